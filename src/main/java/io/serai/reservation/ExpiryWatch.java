package io.serai.reservation;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells in time of reservations that their channel will give up on: who is not heard tells the
 * hotel by e-mail, and never again by us.
 */
@Component("expiryWatch")
public class ExpiryWatch {

    private final JdbcClient jdbc;
    private final Alarms alarms;
    private final ReservationSettings settings;

    ExpiryWatch(JdbcClient jdbc, Alarms alarms, ReservationSettings settings) {
        this.jdbc = jdbc;
        this.alarms = alarms;
        this.settings = settings;
    }

    /**
     * Alarms once about each that is unconfirmed for longer than {@code
     * serai.reservations.unconfirmed-alarm}; returns how many.
     */
    @Transactional
    public int look() {
        var late =
                jdbc.sql(
                                """
                                update reservation_revisions v set alarmed_at = now()
                                  from reservations r
                                 where v.expires_at is not null and v.acknowledged_at is null and v.alarmed_at is null and v.confirm_ended_at is null
                                   and coalesce(v.changed_at, v.received_at) < now() - make_interval(secs => ?)
                                   and r.id = v.reservation_id and r.revision = v.revision and not r.is_rejected
                                returning r.id, r.number,
                                          extract(epoch from now() - coalesce(v.changed_at, v.received_at))::bigint as age
                                """)
                        .param(settings.unconfirmedAlarm().toSeconds())
                        .query(Late.class)
                        .list();
        late.forEach(it -> alarms.unconfirmed(it.id(), it.number(), Duration.ofSeconds(it.age())));
        return late.size();
    }

    /** One that is late, and for how many seconds it waits. */
    private record Late(long id, String number, long age) {}
}
