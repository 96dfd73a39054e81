package io.serai.delivery;

import io.serai.ari.Field;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets what a channel holds of some nights, so that all of them differ. */
final class Forgetting {

    private static final String TOLD_AGAIN =
            """
              left join products s on s.id = r.product_id
              left join rate_plans p on p.id = s.rate_plan_id
              left join room_types t on t.id = coalesce(s.room_type_id, r.room_type_id)
             where r.connection_id = :connection and h.remote_id = r.id and h.night between :from and :to
               and (cast(:rooms as text[]) is null or t.code = any (:rooms))
               and (cast(:plans as text[]) is null or p.code = any (:plans))
               and case when r.product_id is null then :counts else :rates end
            """;

    /**
     * What was accepted as prices is kept aside: it goes on standing where a price is held, and so
     * do the arrivals it was sold on.
     */
    private static final List<String> FORGETTING =
            List.of(
                    """
                    delete from held_nights h
                     using ota_rate_plans r
                    """
                            + TOLD_AGAIN
                            + "   and h.prices is null and h.stood is null",
                    """
                    update held_nights h
                       set stood = case when h.closed is not true then coalesce(h.prices, h.stood) end, prices = null, doubt = 0,
                           unknown = case when h.min_arrival is null then 0 else %d end | case when h.max_arrival is null then 0 else %d end,
                           attempt_id = 0, closed = null,
                           min_through = null, max_through = null, cta = null, ctd = null
                      from ota_rate_plans r
                    """
                                    .formatted(Field.MIN_ARRIVAL.bit(), Field.MAX_ARRIVAL.bit())
                            + TOLD_AGAIN);

    /**
     * Where nothing is left out of what could have been told when it was noticed, the notice of a
     * restored database ends when this is told. What was not sold yet then was told by nobody: so a
     * midnight that passes meanwhile adds nothing.
     */
    private static final String ALL_TOLD =
            """
            update connection_restores r
               set rooms_at = case when :counts then clock_timestamp() else rooms_at end,
                   rates_at = case when :rates then clock_timestamp() else rates_at end
              from hotels h
             where r.connection_id = :connection and h.id = r.hotel_id and :from <= serai_today(h.id)
               and :to >= (r.noticed_at at time zone h.time_zone)::date + h.horizon - 1
               and cast(:rooms as text[]) is null and cast(:plans as text[]) is null
            """;

    private final JdbcClient jdbc;

    Forgetting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is to be told again.
     *
     * @param roomTypes the codes of the room types that are meant; null: all
     * @param ratePlans the codes of the rate plans that are meant; null: all
     */
    record Nights(
            int connection,
            LocalDate from,
            LocalDate to,
            @Nullable Collection<String> roomTypes,
            @Nullable Collection<String> ratePlans,
            Part part) {}

    void forget(Nights nights) {
        FORGETTING.forEach(statement -> update(statement, nights));
    }

    /** Keeps that all of a part is wanted told anew, once its marks are made. */
    void wanted(Nights nights) {
        update(ALL_TOLD, nights);
    }

    private void update(String statement, Nights nights) {
        jdbc.sql(statement)
                .param("connection", nights.connection())
                .param("from", nights.from())
                .param("to", nights.to())
                .param("rooms", array(nights.roomTypes()), Types.ARRAY)
                .param("plans", array(nights.ratePlans()), Types.ARRAY)
                .param("counts", nights.part() != Part.RATES)
                .param("rates", nights.part() != Part.ROOMS)
                .update();
    }

    private static String @Nullable [] array(@Nullable Collection<String> codes) {
        return codes == null ? null : codes.toArray(String[]::new);
    }
}
