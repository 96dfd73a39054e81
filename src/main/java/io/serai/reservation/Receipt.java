package io.serai.reservation;

/** What became of a delivered reservation. All but {@link #REJECTED} may be acknowledged. */
public enum Receipt {
    /** A booking not known before. */
    OPENED,
    /** A known booking says something else now. */
    REVISED,
    /** Cancelled now, whether or not the booking was known before. */
    CANCELLED,
    /** It says what the booking says already; at most a card came with it. */
    REPEATED,
    /** Older than what the booking says; at most a card came with it. */
    OUTDATED,
    /** No connection leads to its hotel: kept sealed, to be rejected at the channel. */
    REJECTED;

    /** Whether a booking says something else now. */
    boolean isNews() {
        return this == OPENED || this == REVISED || this == CANCELLED;
    }
}
