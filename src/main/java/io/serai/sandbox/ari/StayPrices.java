package io.serai.sandbox.ari;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prices that no night holds: totals by length of stay, offsets by number of persons. */
public final class StayPrices {

    private final JdbcClient jdbc;

    StayPrices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The total in minor units, null when such a stay is not sold. */
    public @Nullable Long total(long room, long rate, LocalDate arrival, int persons, int nights) {
        return jdbc.sql(
                        """
                        select prices[?] from los_price
                         where room_id = ? and rate_id = ? and arrival = ? and persons = ?""")
                .params(nights, room, rate, arrival, persons)
                .query((row, n) -> java.util.Optional.ofNullable(row.getObject(1, Long.class)))
                .optional()
                .flatMap(total -> total)
                .orElse(null);
    }

    /** What so many persons pay more than the base price; 0 when nothing was told. */
    public long offset(long room, long rate, LocalDate night, int persons) {
        return jdbc.sql(
                        """
                        select amount from occupancy_offset
                         where room_id = ? and rate_id = ? and persons = ?
                           and ? between first_night and last_night
                         order by told desc limit 1""")
                .params(room, rate, persons, night)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
