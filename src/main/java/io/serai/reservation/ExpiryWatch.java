package io.serai.reservation;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells in time of reservations that their channel will give up on: who is not heard tells the
 * hotel by e-mail. Once when half of the time is over, and once more when all of it is.
 */
@Component("expiryWatch")
public class ExpiryWatch {

    private static final String OF =
            """
              from reservations r
             where v.expires_at is not null and v.acknowledged_at is null and v.confirm_ended_at is null
               and r.id = v.reservation_id and r.revision = v.revision and not r.is_rejected
            """;

    private final JdbcClient jdbc;
    private final ReservationAlerts alerts;

    ExpiryWatch(JdbcClient jdbc, ReservationAlerts alerts) {
        this.jdbc = jdbc;
        this.alerts = alerts;
    }

    /**
     * Alerts about each whose time ran out, and each whose time is half over, by the database's
     * clock, by which they were taken; how many.
     */
    @Transactional
    public int look() {
        return lookAt(jdbc.sql("select now()").query(OffsetDateTime.class).single());
    }

    int lookAt(OffsetDateTime now) {
        var expired =
                late(
                        "alarmed_at = coalesce(v.alarmed_at, :now), expired_alarm_at = :now",
                        "v.expired_alarm_at is null and v.expires_at <= :now",
                        now);
        expired.forEach(it -> alerts.expired(it.id(), it.number()));
        var half =
                late(
                        "alarmed_at = :now",
                        "v.alarmed_at is null and v.half_at <= :now and v.expires_at > :now",
                        now);
        half.forEach(
                it ->
                        alerts.unconfirmed(
                                it.id(), it.number(), Duration.between(now, it.expiresAt())));
        return expired.size() + half.size();
    }

    private List<Late> late(String change, String which, OffsetDateTime now) {
        return jdbc.sql(
                        "update reservation_revisions v set "
                                + change
                                + OF
                                + " and "
                                + which
                                + " returning r.id, r.number, v.expires_at")
                .param("now", now)
                .query(
                        (row, number) ->
                                new Late(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getObject(3, OffsetDateTime.class)))
                .list();
    }

    /** One that is late, and when its channel gives up. */
    private record Late(long id, String number, OffsetDateTime expiresAt) {}
}
