package io.serai.sandbox.expedia.graph;

import io.serai.sandbox.expedia.booking.Booking;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tokens that stand for bookings' cards until they are asked for. */
final class Instruments {

    private static final Duration LIFE = Duration.ofDays(1);
    private static final Duration LEFT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Instruments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A token and when it ends. */
    record Instrument(String token, Instant expires) {}

    /**
     * The token of a booking's card, a new one where the old one ends soon. Who reads at the same
     * moment may get tokens of their own: each is good.
     */
    Instrument of(Booking booking) {
        return jdbc.sql(
                        "select token, expires_at from expedia_instrument where booking_id = ? and expires_at > ? order by expires_at desc limit 1")
                .params(booking.id(), Timestamp.from(clock.instant().plus(LEFT)))
                .query(
                        (row, n) ->
                                new Instrument(row.getString(1), row.getTimestamp(2).toInstant()))
                .optional()
                .orElseGet(() -> fresh(booking));
    }

    private Instrument fresh(Booking booking) {
        var fresh = new Instrument(UUID.randomUUID().toString(), clock.instant().plus(LIFE));
        jdbc.sql("insert into expedia_instrument (token, booking_id, expires_at) values (?, ?, ?)")
                .params(fresh.token(), booking.id(), Timestamp.from(fresh.expires()))
                .update();
        return fresh;
    }

    /** The booking that a token stands for, while it is good. */
    Optional<Long> booking(String token) {
        return jdbc.sql(
                        "select booking_id from expedia_instrument where token = ? and expires_at > ?")
                .params(token, Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
    }
}
