package io.serai.sandbox.payment;

import org.jspecify.annotations.Nullable;

/**
 * Takes money of cards and gives it back. A virtual card of a booking that the charge names has
 * what the channel loaded on it and no more; what is charged to it the channel knows.
 */
final class Acquirer {

    private final Payouts payouts;
    private final GatewayBook book;

    Acquirer(Payouts payouts, GatewayBook book) {
        this.payouts = payouts;
        this.book = book;
    }

    /** Why a charge is declined; null: it is done. */
    @Nullable String charge(@Nullable String decline, @Nullable String booking, long amount) {
        if (decline != null) {
            return decline;
        }
        Payout payout = virtual(booking);
        if (payout != null) {
            if (payout.balance() < amount) {
                return "insufficient_funds";
            }
            payouts.move(payout.booking().id(), amount);
        }
        return null;
    }

    /** Why a refund is declined; null: it is done. */
    @Nullable String refund(GatewayBook.Act charge, @Nullable String booking, long amount) {
        long all = charge.amount() == null ? 0 : charge.amount();
        if (book.refunded(charge.id()) + amount > all) {
            return "amount_too_large";
        }
        Payout payout = virtual(booking);
        if (payout != null) {
            payouts.move(payout.booking().id(), -amount);
        }
        return null;
    }

    private @Nullable Payout virtual(@Nullable String booking) {
        if (booking == null || !booking.matches("[0-9]{1,18}")) {
            return null;
        }
        long id = Long.parseLong(booking);
        payouts.hold(id);
        return payouts.find(id).filter(payout -> payout.booking().virtual()).orElse(null);
    }
}
