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
     * @param asked the moment before a list of bookings was asked for that this one was laid over
     *     ours from: what came here since is newer and fuller; null: it is no such list
     * @param claim the claim under which it was looked for; null: under none
     */
    record Found(
            String source, boolean confirmed, @Nullable Instant asked, @Nullable PollClaim claim)
            implements Delivery {

        private boolean isBefore(Instant received) {
            return asked != null && !received.isBefore(asked);
        }
    }

    /** Pushed by the channel: a repetition may overtake what is newer. */
    record Pushed() implements Delivery {}

    /** Under which claim of a queue it was asked for; null: it was not. */
    default @Nullable PollClaim asking() {
        if (this instanceof Found found) {
            return found.claim();
        }
        return this instanceof Polled polled ? polled.claim() : null;
    }

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

    /** Whether it was read off a list of bookings, which says less than a message. */
    default boolean isListed() {
        return this instanceof Found found && found.asked() != null;
    }

    /** Whether something that came here then is newer for certain. */
    default boolean isOvertakenBy(Instant received) {
        return this instanceof Found found && found.isBefore(received);
    }

    /** Waited among the parked messages: older than all that was taken since. */
    record Replayed(Instant parkedAt) implements Delivery {}
}
