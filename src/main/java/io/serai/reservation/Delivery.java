package io.serai.reservation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a reservation came in, which decides what is known of its place in time. */
public sealed interface Delivery {

    /** From a queue that is asked one call at a time: later answers are newer. */
    record Polled(PollClaim claim) implements Delivery {}

    /**
     * Looked for by another way than a queue, which shows how a booking stands now.
     *
     * @param source the way, as it is kept with the revision
     * @param confirmed whether the channel does not wait for our confirmation
     */
    record Found(String source, boolean confirmed) implements Delivery {}

    /** Pushed by the channel: a repetition may overtake what is newer. */
    record Pushed() implements Delivery {}

    /** By which other way than it should it came; null: as it should. */
    default @Nullable String source() {
        if (this instanceof Found found) {
            return found.source();
        }
        return this instanceof Polled polled ? polled.claim().source() : null;
    }

    /** Whether the channel waits for a confirmation of it. */
    default boolean isConfirmed() {
        return this instanceof Found found && found.confirmed();
    }

    /** Whether it shows how the booking stands at the channel now, and nothing older. */
    default boolean isPresent() {
        return this instanceof Polled || this instanceof Found;
    }

    /** Waited among the parked messages: older than all that was taken since. */
    record Replayed(Instant parkedAt) implements Delivery {}
}
