package io.serai.sandbox.payment;

import io.serai.sandbox.booking.PaidBooking;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the channel pays for a booking, and what became of it.
 *
 * @param charged to its virtual card, in minor units
 * @param transferred to the hotel's bank; null where it does not pay so
 * @param refund what it wants back on its card; null: nothing
 * @param cardStatus what it found of the guest's card; null: nothing wrong
 */
record Payout(
        PaidBooking booking,
        long charged,
        @Nullable Long transferred,
        @Nullable Long refund,
        @Nullable LocalDate refundDue,
        @Nullable String refundReason,
        @Nullable String cardStatus) {

    /** Percent of the price that the channel keeps. */
    private static final long COMMISSION = 15;

    boolean byChannel() {
        return booking.virtual() || transferred != null;
    }

    long commission() {
        return (booking.total() * COMMISSION + 50) / 100;
    }

    long amount() {
        return booking.total() - commission();
    }

    long balance() {
        return Math.max(0, amount() - charged);
    }

    String cardState(LocalDate today) {
        if (booking.cancelled() && amount() == 0) {
            return "CANCELLED";
        }
        if (charged == 0) {
            return booking.arrival().isAfter(today) ? "FUNDED" : "AVAILABLE";
        }
        return balance() == 0 ? "FULLY_CHARGED" : "PARTIALLY_CHARGED";
    }

    String state() {
        long paid = charged + (transferred == null ? 0 : transferred);
        if (booking.cancelled() && amount() == 0) {
            return "CANCELLED";
        }
        return paid == 0 ? "PENDING" : paid < amount() ? "PARTIALLY_PAID" : "PAID";
    }
}
