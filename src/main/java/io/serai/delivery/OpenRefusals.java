package io.serai.delivery;

import io.serai.delivery.gate.HeldWish;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What channels refused of a hotel and still lack; prices that wait for a person are none of it.
 */
public final class OpenRefusals {

    private static final String RANGES =
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
            """;

    private OpenRefusals() {}

    /**
     * The earliest nights first.
     *
     * @param wish which of them, and how many at most
     * @param first begins after the range that begins with this night ...
     * @param after ... and has this id
     */
    public static List<RefusedRange> list(
            JdbcClient session, int hotel, HeldWish wish, LocalDate first, long after) {
        return session.sql(RANGES)
                .param("hotel", hotel)
                .param("from", wish.from())
                .param("to", wish.to())
                .param("first", first)
                .param("after", after)
                .param("product", wish.product())
                .param("room", wish.roomType())
                .param("plan", wish.ratePlan())
                .param("most", wish.most())
                .query((row, number) -> range(row))
                .list();
    }

    private static RefusedRange range(ResultSet row) throws SQLException {
        return new RefusedRange(
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
}
