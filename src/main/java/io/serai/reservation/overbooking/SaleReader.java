package io.serai.reservation.overbooking;

import io.serai.reservation.overbooking.Sale.Revision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the bookings that have, or had, rooms of a night. */
final class SaleReader {

    private static final String SALES =
            """
            select r.id, r.number, case r.provider when 'direct' then 'Direct' else coalesce(k.integration_name, r.provider) end as channel,
                   r.connection_id, r.status, r.booked_at, v.id as revision_id, v.revision, v.kind, v.changed_at, v.received_at,
                   (select count(*) from reservation_nights n
                     where n.reservation_id = r.id and n.room_type_id = :type and n.night = :night) as rooms,
                   r.is_unmapped or exists (select from audit a
                       where a.hotel_id = r.hotel_id and a.subject = 'reservation' and a.subject_id = r.id and a.act = 'unmapped') as unmapped
              from reservations r
              join reservation_revisions v on v.reservation_id = r.id
              left join third_party_integrations k on k.id = r.connection_id
             where r.hotel_id = :hotel
               and r.id in (select n.reservation_id from reservation_nights n where n.room_type_id = :type and n.night = :night
                            union select c.reservation_id from reservation_revisions c where c.id = any (:counted))
             order by v.id
            """;

    private SaleReader() {}

    /**
     * Those that have one now, and those that a change of the stock counted, in the order in which
     * they were told.
     */
    static List<Sale> read(
            JdbcClient session, int hotel, int type, LocalDate night, List<StockChange> stock) {
        Map<Long, Sale> sales = new LinkedHashMap<>();
        session.sql(SALES)
                .param("hotel", hotel)
                .param("type", type)
                .param("night", night)
                .param(
                        "counted",
                        stock.stream()
                                .map(StockChange::countedUpTo)
                                .distinct()
                                .toArray(Long[]::new))
                .query(
                        row -> {
                            sale(sales, row);
                        });
        return List.copyOf(sales.values());
    }

    private static void sale(Map<Long, Sale> sales, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        if (!sales.containsKey(id)) {
            sales.put(
                    id,
                    new Sale(
                            id,
                            row.getString("number"),
                            row.getString("channel"),
                            row.getObject("connection_id", Integer.class),
                            row.getString("status"),
                            row.getInt("rooms"),
                            NightFactsReader.instant(row, "booked_at"),
                            row.getBoolean("unmapped"),
                            new ArrayList<>()));
        }
        sales.get(id)
                .revisions()
                .add(
                        new Revision(
                                row.getLong("revision_id"),
                                row.getInt("revision"),
                                row.getString("kind"),
                                NightFactsReader.instant(row, "changed_at"),
                                row.getTimestamp("received_at").toInstant()));
    }
}
