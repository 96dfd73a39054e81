package io.serai.sandbox.expedia.booking;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes to the hotel by e-mail only, since no program took it in time. */
final class Mailing {

    private final JdbcClient jdbc;
    private final Clock clock;

    Mailing(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Mails what nobody confirmed in time. */
    void expire() {
        var late =
                jdbc.sql(
                                """
                                select b.booking_id from expedia_booking b
                                 where b.booking_id in (
                                     select booking_id from expedia_transaction
                                      where state in ('pending', 'retrieved') and expires_at <= ?)
                                   for update skip locked""")
                        .param(Bookings.at(clock.instant()))
                        .query(Long.class)
                        .list();
        if (!late.isEmpty()) {
            lose(late);
        }
    }

    /** Mails all of these bookings, and whatever comes of them. */
    void lose(List<Long> bookings) {
        var ids = bookings.toString().replace('[', '{').replace(']', '}');
        var now = Bookings.at(clock.instant());
        jdbc.sql(
                        """
                        update expedia_booking set lost_at = ?
                         where booking_id = any (?::bigint[]) and lost_at is null""")
                .params(now, ids)
                .update();
        jdbc.sql(
                        """
                        update expedia_transaction
                           set state = 'mailed',
                               mailed_why = case when expires_at <= ? then 'expired' else 'lost' end
                         where booking_id = any (?::bigint[]) and state in ('pending', 'retrieved')""")
                .params(now, ids)
                .update();
    }
}
