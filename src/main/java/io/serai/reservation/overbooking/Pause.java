package io.serai.reservation.overbooking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a connection was told nothing, since it was paused.
 *
 * @param from null: ever since it is remembered
 * @param until null: still
 * @param actor who paused it
 */
record Pause(
        int connection,
        String channel,
        @Nullable Instant from,
        @Nullable Instant until,
        String actor)
        implements Evidence {

    /** Whether it was paused at a moment between these two. */
    boolean covers(Instant earliest, Instant latest) {
        return (from == null || !from.isAfter(latest))
                && (until == null || until.isAfter(earliest));
    }
}
