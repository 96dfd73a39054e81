package io.serai.bench;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An act that a channel took, or a room that the hotel took off the market.
 *
 * @param at when it had answered
 * @param seller the channel; null: the hotel itself
 * @param ref the guest's own name of the booking
 * @param before what the guest had; null: nothing
 * @param after what the guest has now; null: nothing
 */
record Deed(
        Instant at,
        @Nullable Seller seller,
        String ref,
        @Nullable Stay before,
        @Nullable Stay after) {

    /** The hotel offers fewer rooms. */
    static Deed ofHotel(Instant at) {
        return new Deed(at, null, "fewer rooms", null, null);
    }

    /** Who did it, in words. */
    String by() {
        return seller == null ? "the hotel" : seller.name();
    }

    /** Whether the guest has a room of this type on this night now. */
    boolean has(House.Cell cell) {
        return holds(after, cell);
    }

    /** Whether the guest had one before. */
    boolean had(House.Cell cell) {
        return holds(before, cell);
    }

    private static boolean holds(@Nullable Stay stay, House.Cell cell) {
        return stay != null
                && stay.roomType().equals(cell.roomType())
                && stay.nights().anyMatch(cell.night()::equals);
    }
}
