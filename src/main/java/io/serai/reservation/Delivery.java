package io.serai.reservation;

import java.time.Instant;

/** How a reservation came in, which decides what is known of its place in time. */
public sealed interface Delivery {

    /** From a queue that is asked one call at a time: later answers are newer. */
    record Polled(PollClaim claim) implements Delivery {}

    /** Pushed by the channel: a repetition may overtake what is newer. */
    record Pushed() implements Delivery {}

    /** Waited among the parked messages: older than all that was taken since. */
    record Replayed(Instant parkedAt) implements Delivery {}
}
