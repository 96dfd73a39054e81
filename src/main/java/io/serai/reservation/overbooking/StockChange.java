package io.serai.reservation.overbooking;

import java.time.Instant;

/**
 * The rooms of a night, as they stood from a moment on.
 *
 * @param actor who made them so
 * @param allowance rooms that may be sold beyond those offered
 * @param countedUpTo the latest revision of a reservation that is counted in {@code sold}
 */
record StockChange(
        Instant at,
        String actor,
        int offered,
        int allowance,
        int sold,
        int heldBack,
        int outOfOrder,
        long countedUpTo)
        implements Evidence {

    /** Rooms that may still be sold; below 0: more are sold than may be. */
    int free() {
        return offered + allowance - sold - heldBack - outOfOrder;
    }
}
