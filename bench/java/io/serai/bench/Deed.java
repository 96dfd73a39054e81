package io.serai.bench;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An act that a channel took.
 *
 * @param at when it had answered
 * @param seller the channel
 * @param ref the guest's own name of the booking
 * @param before what the guest had; null: nothing
 * @param after what the guest has now; null: nothing
 */
record Deed(Instant at, Seller seller, String ref, @Nullable Stay before, @Nullable Stay after) {

    /** Whether the guest has a room of this type on this night now. */
    boolean has(House.Cell cell) {
        return after != null
                && after.roomType().equals(cell.roomType())
                && after.nights().anyMatch(cell.night()::equals);
    }
}
