package io.serai.console.record;

import io.serai.console.Refusal;

/** Nothing was written, and why. */
final class NotWritten extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Refusal refusal;
    private final boolean overtaken;

    /**
     * @param field of the form; empty where it is none
     * @param words what was met, and what to do
     */
    NotWritten(int status, String field, String words) {
        this(status, field, words, false);
    }

    private NotWritten(int status, String field, String words, boolean overtaken) {
        super(words);
        this.status = status;
        this.refusal = new Refusal(field, words);
        this.overtaken = overtaken;
    }

    /** Somebody else wrote since the form was shown. */
    static NotWritten overtaken(String what) {
        return new NotWritten(
                409,
                "",
                "Somebody changed this %s meanwhile; nothing of yours was saved. Below it is as it is now: change it again."
                        .formatted(what),
                true);
    }

    /** Whether somebody else wrote since the form was shown. */
    boolean isOvertaken() {
        return overtaken;
    }

    /** The HTTP status that says the same. */
    int status() {
        return status;
    }

    Refusal refusal() {
        return refusal;
    }
}
