package io.serai.reservation.guest;

import io.serai.channel.webhook.KeptBodies;
import io.serai.delivery.ParkedBodies;
import io.serai.reservation.Erasure;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends what is kept of guests beside cards, each kind at its age; called once a night. */
@Component("retention")
@EnableConfigurationProperties(RetentionSettings.class)
public class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final String ACTOR = "engine:retention";

    private final JdbcClient jdbc;
    private final Erasure erasure;
    private final KeptBodies calls;
    private final ParkedBodies parked;
    private final RetentionSettings settings;
    private final Clock clock;

    Retention(
            JdbcClient jdbc,
            Erasure erasure,
            KeptBodies calls,
            ParkedBodies parked,
            RetentionSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.erasure = erasure;
        this.calls = calls;
        this.parked = parked;
        this.settings = settings;
        this.clock = clock;
    }

    /** Erases the people of bookings whose time is over; how many. */
    public int endPeople() {
        var due =
                jdbc.sql(
                                """
                                select r.id from reservations r left join hotel_privacy v on v.hotel_id = r.hotel_id
                                 where r.erased_at is null and r.person_key is not null
                                   and coalesce(case when r.status = 'cancelled' then r.arrival else r.departure end, r.created_at::date)
                                       < cast(:today as date) - coalesce(v.people_days, :days)
                                 order by r.id limit :most
                                """)
                        .param("today", clock.instant().atOffset(ZoneOffset.UTC).toLocalDate())
                        .param("days", Math.toIntExact(settings.people().toDays()))
                        .param("most", settings.atOnce())
                        .query(Long.class)
                        .list();
        return (int) due.stream().filter(this::end).count();
    }

    /** One that cannot be erased keeps no other from it. */
    private boolean end(long reservation) {
        try {
            return erasure.erase(reservation, ACTOR, "its time is over").kept() == null;
        } catch (RuntimeException failed) {
            log.error("Reservation {}: its people are not erased", reservation, failed);
            return false;
        }
    }

    /**
     * Sets aside what came again of erased bookings: of those erased lately whatever came, and of
     * all others what is parked, which no age ends; how much.
     */
    public int sweep() {
        var waiting = new HashSet<>(parked.words());
        waiting.addAll(calls.words());
        List<Long> erased =
                jdbc.sql(
                                "select id from reservations where erased_at > ? or erased_at is not null and number = any (?)")
                        .params(before(settings.sweep()), waiting.toArray(String[]::new))
                        .query(Long.class)
                        .list();
        return erased.stream().mapToInt(id -> erasure.sweep(id, ACTOR)).sum();
    }

    /** Forgets what channels' calls said, once they were worked off long ago; how many. */
    public int endCalls() {
        return calls.end(before(settings.calls()).toInstant());
    }

    /** Forgets the lines of parked messages and of leaves that ended long ago; how many. */
    public int endLines() {
        return parked.forget(before(settings.settled()).toInstant())
                + jdbc.sql("delete from card_reveals where until < ?")
                        .param(before(settings.reveals()))
                        .update();
    }

    private OffsetDateTime before(Duration age) {
        return clock.instant().minus(age).atOffset(ZoneOffset.UTC);
    }
}
