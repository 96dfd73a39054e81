package io.serai.delivery.inbox;

import java.time.Instant;

/**
 * What somebody wanted to have replayed, and what has become of it by now.
 *
 * @param id its key
 * @param askedAt when it was asked for
 * @param askedBy who asked
 * @param messages how many messages it meant
 * @param waiting how many are still to be replayed
 * @param taken how many were taken
 * @param overtaken how many say what a later message of their booking has said since, or came
 *     further and are parked there
 * @param parked how many failed again
 * @param discarded how many were set aside meanwhile
 */
public record ReplayWish(
        long id,
        Instant askedAt,
        String askedBy,
        int messages,
        int waiting,
        int taken,
        int overtaken,
        int parked,
        int discarded) {}
