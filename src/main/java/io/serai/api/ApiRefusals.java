package io.serai.api;

import io.serai.api.HeldQuestion.Asked;
import io.serai.database.TenantSession;
import io.serai.delivery.gate.HeldWish;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What channels refused of a hotel: only that waits, all else of its message was taken. */
@Component("apiRefusals")
public class ApiRefusals {

    private final HeldQuestion question;
    private final TenantSession tenants;

    ApiRefusals(HeldQuestion question, TenantSession tenants) {
        this.question = question;
        this.tenants = tenants;
    }

    /** What is refused, the earliest first; {@code next} begins the next page. */
    public Page list(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String id,
            @Header("product") @Nullable String product,
            @Header("roomType") @Nullable String roomType,
            @Header("ratePlan") @Nullable String ratePlan,
            @Header("from") @Nullable String from,
            @Header("to") @Nullable String to,
            @Header("after") @Nullable String after,
            @Header("limit") @Nullable String limit) {
        Asked hotel = question.hotel(caller, id);
        int most = HeldQuestion.limit(limit);
        HeldWish wish =
                HeldQuestion.wish(hotel, product, roomType, ratePlan, from, to, null, most + 1);
        Place place = Place.of(after);
        List<RefusalView> found =
                tenants.call(
                        List.of((long) hotel.id()),
                        caller.actor(),
                        session ->
                                session.sql(
                                                """
                                                select * from (
                                                       select f.id, f.connection_id, c.integration_name, r.remote_room, r.remote_rate, r.product_id, t.code as room_type,
                                                              p.code as rate_plan, lower(n) as first, upper(n) - 1 as last, f.field, f.value, f.code, f.words, f.at
                                                         from refusals f
                                                         join third_party_integrations c on c.id = f.connection_id
                                                         join ota_rate_plans r on r.id = f.remote_id
                                                         left join products s on s.id = r.product_id
                                                         left join rate_plans p on p.id = s.rate_plan_id
                                                         left join room_types t on t.id = coalesce(s.room_type_id, r.room_type_id)
                                                         cross join unnest(f.nights) n
                                                        where f.hotel_id = :hotel and f.code is distinct from 'held') f
                                                 where f.last >= :from and f.first <= :to and (f.first, f.id) > (:first, :after)
                                                   and (:product::int is null or f.product_id = :product)
                                                   and (:room::text is null or f.room_type = :room) and (:plan::text is null or f.rate_plan = :plan)
                                                 order by f.first, f.id limit :most
                                                """)
                                        .param("hotel", hotel.id())
                                        .param("from", wish.from())
                                        .param("to", wish.to())
                                        .param("first", place.first())
                                        .param("after", place.id())
                                        .param("product", wish.product())
                                        .param("room", wish.roomType())
                                        .param("plan", wish.ratePlan())
                                        .param("most", wish.most())
                                        .query((row, number) -> view(row))
                                        .list());
        List<RefusalView> shown = found.subList(0, Math.min(most, found.size()));
        return new Page(shown, found.size() > most ? Place.after(shown.get(most - 1)) : null);
    }

    private static RefusalView view(ResultSet row) throws SQLException {
        return new RefusalView(
                row.getString("id"),
                row.getString("connection_id"),
                row.getString("integration_name"),
                row.getString("remote_room"),
                row.getString("remote_rate"),
                row.getString("product_id"),
                row.getString("room_type"),
                row.getString("rate_plan"),
                row.getObject("first", LocalDate.class),
                row.getObject("last", LocalDate.class),
                row.getString("field"),
                row.getString("value"),
                row.getString("code"),
                row.getString("words"),
                row.getTimestamp("at").toInstant());
    }

    /** A page of what is refused. */
    public record Page(List<RefusalView> refusals, @Nullable String next) {}

    /** Where a page begins: after this refusal. */
    private record Place(LocalDate first, long id) {

        static Place of(@Nullable String after) {
            if (after == null) {
                return new Place(LocalDate.EPOCH, 0);
            }
            String[] parts = after.split("_", -1);
            if (!after.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9]{1,18}")) {
                throw Problem.bad("after: '" + after + "' (expected: what the page before named)");
            }
            return new Place(HeldQuestion.night("after", parts[0]), Long.parseLong(parts[1]));
        }

        static String after(RefusalView last) {
            return last.from() + "_" + last.id();
        }
    }
}
