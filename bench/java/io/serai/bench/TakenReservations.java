package io.serai.bench;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reservations that Serai has taken, by channel and its number. */
final class TakenReservations {

    private final JdbcClient jdbc;

    TakenReservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, TakenReservation> all() {
        var all = new HashMap<String, TakenReservation>();
        jdbc.sql(
                        """
                        select a.provider || ' ' || r.number, r.status, string_agg(distinct t.code, ','), min(n.night), max(n.night),
                               count(n.room_type_id), max(r.total)
                          from reservations r
                          join channel_accounts a on a.id = r.account_id
                          left join reservation_nights n on n.reservation_id = r.id and n.room_type_id is not null
                          left join room_types t on t.id = n.room_type_id
                         group by r.id, a.provider
                        """)
                .query(
                        row -> {
                            var before =
                                    all.put(
                                            row.getString(1),
                                            TakenReservation.of(
                                                    row.getString(2),
                                                    row.getString(3),
                                                    row.getObject(4, LocalDate.class),
                                                    row.getObject(5, LocalDate.class),
                                                    row.getInt(6),
                                                    row.getBigDecimal(7)));
                            if (before != null) {
                                throw new IllegalStateException(
                                        "reservation " + row.getString(1) + " is there twice");
                            }
                        });
        return all;
    }
}
