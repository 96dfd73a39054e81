package io.serai.job;

import java.util.Locale;

/** How a run stands. */
public enum JobOutcome {
    /** Somebody wants it; it has not begun. */
    WAITING,
    /** It is under way. */
    RUNNING,
    /** It did what there was to do. */
    OK,
    /** There was nothing to do. */
    NOTHING,
    /** Some of it failed; the rest was done. */
    PARTLY,
    /** It failed. */
    FAILED,
    /** What ran it ended before it did. */
    INTERRUPTED;

    /** As it is kept and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobOutcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
