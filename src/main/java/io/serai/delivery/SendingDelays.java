package io.serai.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long changes took until a channel had accepted them: measured, over the last day. */
public final class SendingDelays {

    /** Of a connection with more calls a day the latest count. */
    private static final int MOST = 5_000;

    private SendingDelays() {}

    /**
     * From the writing of a change to the channel's accepting all of it, be it in one call or, as a
     * full sync, in many; where a call carries several, of the oldest.
     *
     * @param measured how many changes were accepted
     * @param half as long or shorter took half of them; null where there was none
     * @param most as long or shorter took 95 of 100
     * @param nearlyAll as long or shorter took 99 of 100
     */
    public record Delay(
            int measured,
            @Nullable Duration half,
            @Nullable Duration most,
            @Nullable Duration nearlyAll) {}

    /**
     * Of a hotel.
     *
     * @param session sees it
     */
    public static Delay of(JdbcClient session, int hotel) {
        return session.sql(
                        """
                        select count(*) as measured, percentile_disc(0.5)  within group (order by delay) as half,
                               percentile_disc(0.95) within group (order by delay) as most,
                               percentile_disc(0.99) within group (order by delay) as nearly_all
                          from (select max(extract(epoch from a.answered_at - a.changed_at)) as delay
                                  from third_party_integrations c
                                  join lateral (select answered_at, changed_at, outcome from attempts
                                                 where connection_id = c.id and opened_at > now() - interval '1 day'
                                                 order by id desc limit :most) a on true
                                 where c.hotel_id = :hotel and a.outcome = 'applied' and a.changed_at is not null
                                 group by c.id, a.changed_at) accepted
                        """)
                .param("hotel", hotel)
                .param("most", MOST)
                .query(
                        (row, number) ->
                                new Delay(
                                        row.getInt("measured"),
                                        duration(row.getObject("half")),
                                        duration(row.getObject("most")),
                                        duration(row.getObject("nearly_all"))))
                .single();
    }

    private static @Nullable Duration duration(@Nullable Object seconds) {
        return seconds instanceof Number number
                ? Duration.ofMillis(Math.round(number.doubleValue() * 1000))
                : null;
    }
}
