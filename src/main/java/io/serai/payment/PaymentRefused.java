package io.serai.payment;

/** A charge or refund that is not made, and why, for whoever wanted it to read. */
public final class PaymentRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;

    /** The family of the reason. */
    public enum Why {
        /** There is no such booking, or nothing is known of its payment. */
        UNKNOWN,
        /** It cannot be done, or not now. */
        NOT_POSSIBLE,
        /** One is under way. */
        UNDER_WAY,
        /** More than there is. */
        TOO_MUCH,
        /** What was said of it does not fit. */
        NOT_FITTING
    }

    public PaymentRefused(Why why, String words) {
        super(words);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
