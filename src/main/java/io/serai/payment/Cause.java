package io.serai.payment;

import java.util.Locale;

/** Why what was paid is likely not what was expected. */
public enum Cause {
    /** It is what was expected. */
    NONE,
    /** A charge or refund ended without anybody knowing how. */
    NOT_KNOWN,
    /** It was paid in another currency than booked. */
    CURRENCY,
    /** As much was given back. */
    REFUNDED,
    /** As much is the channel's commission. */
    COMMISSION,
    /** The channel was never asked how the booking is paid. */
    NOT_READ,
    /** The virtual card's time is over, with money on it. */
    CARD_EXPIRED,
    /** The channel took its virtual card back. */
    CARD_CANCELLED,
    /** The card may not be charged yet. */
    NOT_CHARGEABLE_YET,
    /** The guest has not left yet. */
    STAY_NOT_OVER,
    /** The bank declined the charge. */
    DECLINED,
    /** The channel found the guest's card wrong. */
    CARD_INVALID,
    /** The virtual card was charged with a part. */
    PARTLY_CHARGED,
    /** The virtual card was not charged. */
    NOT_CHARGED,
    /** The channel has yet to pay. */
    PAYOUT_PENDING,
    /**
     * The hotel collects, and nothing went through a gateway: cash or a terminal, of which nothing
     * is known here.
     */
    PAID_AT_HOTEL,
    /** Paid, and cancelled then. */
    CANCELLED_AFTER_PAYMENT,
    /** More than expected. */
    OVERPAID,
    /** None of these. */
    UNEXPLAINED;

    /** As the API writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
