package io.serai.console.bookings;

import io.serai.reservation.IncomingReservation;
import org.jspecify.annotations.Nullable;

/** What the total of a cancelled booking is: what its cancellation told, else as it was booked. */
final class CancelledTotal {

    private CancelledTotal() {}

    /**
     * In words.
     *
     * @param cancellation as it was told; null: it is erased
     */
    static String words(@Nullable IncomingReservation cancellation) {
        if (cancellation == null) {
            return "as it was told last";
        }
        if (cancellation.total() == null) {
            return "as booked: the cancellation named no fee";
        }
        return cancellation.total().value().signum() == 0
                ? "cancelled free of charge"
                : "fee kept for the cancellation";
    }
}
