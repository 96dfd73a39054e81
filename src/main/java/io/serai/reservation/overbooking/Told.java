package io.serai.reservation.overbooking;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a channel was told of the rooms of a night.
 *
 * @param attempt the delivery that carried it
 * @param rooms how many it may sell; null: it was only told that the room type is closed, or open
 * @param outcome how it took it
 */
record Told(
        long attempt,
        int connection,
        String channel,
        Instant sentAt,
        @Nullable Instant answeredAt,
        @Nullable Integer rooms,
        boolean closed,
        String outcome,
        @Nullable String words,
        @Nullable String reference)
        implements Evidence {

    private static final Set<String> NOT_TAKEN = Set.of("later", "unknown", "broken", "lost");

    /** Whether it says that there is nothing to sell. */
    boolean saysNothing() {
        return closed || rooms != null && rooms <= 0;
    }

    /** Whether the channel holds it since it answered. */
    boolean isAccepted() {
        return answeredAt != null && outcome.equals("applied");
    }

    boolean isRefused() {
        return outcome.equals("refused");
    }

    /** Whether the channel did not say that it took it. */
    boolean isNotTaken() {
        return NOT_TAKEN.contains(outcome);
    }

    /** Whether the channel held it at a moment. */
    boolean isHeldAt(Instant moment) {
        return isAccepted() && answeredAt != null && !answeredAt.isAfter(moment);
    }
}
