package io.serai.reservation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long after guests booked their bookings were taken in: measured, over the last day. */
@Repository
public class TakingDelays {

    private final JdbcClient jdbc;

    TakingDelays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The delay of a connection's new bookings of the last 24 hours.
     *
     * @param measured how many were counted
     * @param unsaid how many were not, since the channel said no time of them
     * @param impossible how many were not, since the time it said had not come yet
     * @param wholeMinutes whether all times it said are whole minutes, so that each delay is right
     *     to a minute only
     * @param half as long or shorter took half of them; null where none was counted
     * @param most as long or shorter took 95 of 100
     */
    public record Delay(
            int measured,
            int unsaid,
            int impossible,
            boolean wholeMinutes,
            @Nullable Duration half,
            @Nullable Duration most) {}

    /** The delay at a connection. */
    public Delay of(int connection) {
        return jdbc.sql(
                        """
                        select count(*) filter (where delay >= 0)                             as measured,
                               count(*) filter (where delay is null)                          as unsaid,
                               count(*) filter (where delay < 0)                              as impossible,
                               coalesce(bool_and(whole) filter (where delay >= 0), false)     as whole,
                               percentile_disc(0.5)  within group (order by delay) filter (where delay >= 0) as half,
                               percentile_disc(0.95) within group (order by delay) filter (where delay >= 0) as most
                          from (select extract(epoch from r.created_at - r.booked_at) as delay,
                                       date_trunc('minute', r.booked_at) = r.booked_at as whole
                                  from third_party_integrations c
                                  join reservations r on r.hotel_id = c.hotel_id and r.connection_id = c.id
                                 where c.id = ? and r.created_at > now() - interval '1 day') taken
                        """)
                .param(connection)
                .query(
                        (row, number) ->
                                new Delay(
                                        row.getInt("measured"),
                                        row.getInt("unsaid"),
                                        row.getInt("impossible"),
                                        row.getBoolean("whole"),
                                        duration(row.getObject("half")),
                                        duration(row.getObject("most"))))
                .single();
    }

    private static @Nullable Duration duration(@Nullable Object seconds) {
        return seconds instanceof Number number
                ? Duration.ofMillis((long) (number.doubleValue() * 1000))
                : null;
    }
}
