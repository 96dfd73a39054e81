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

    boolean covers(Instant moment) {
        return (from == null || !from.isAfter(moment)) && (until == null || until.isAfter(moment));
    }
}
