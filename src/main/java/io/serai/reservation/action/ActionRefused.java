package io.serai.reservation.action;

/** An action that is not asked for, and why, for whoever wanted it to read. */
public final class ActionRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;

    /** The family of the reason. */
    public enum Why {
        /** There is no such reservation to see. */
        UNKNOWN,
        /** Its channel does not offer it, or not now. */
        NOT_OFFERED,
        /** The same is under way. */
        UNDER_WAY,
        /** What was said of it does not fit. */
        NOT_FITTING
    }

    ActionRefused(Why why, String words) {
        super(words);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
