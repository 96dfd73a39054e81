package io.serai.reservation.overbooking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a night's overbooking comes from.
 *
 * @param last the booking that has the last room; null: rooms were taken away, or it is not known
 * @param over the booking that is one too many; null: rooms were taken away
 * @param lastAt when the last room went
 * @param overAt when the channel sold the one too many
 * @param knew what told its channel that nothing was left; null: nothing did
 * @param evidence what the cause is read from, besides
 */
record Verdict(
        Cause cause,
        Crossing crossing,
        @Nullable Sale last,
        @Nullable Sale over,
        Instant lastAt,
        Instant overAt,
        @Nullable Told knew,
        @Nullable Evidence evidence) {}
