package io.serai.console.access;

import org.jspecify.annotations.Nullable;

/** What cannot be done with users, keys and chains, and why: told to who asked as it is. */
public final class AccessRefused extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final String SEEN = "seen";

    /** What kind of refusal it is. */
    public enum Why {
        /** They may not. */
        NOT_YOURS,
        /** There is none, or they may not know of it. */
        UNKNOWN,
        /** It cannot be as things are. */
        NOT_NOW,
        /** What was said cannot be meant. */
        NOT_MEANT
    }

    private final Why why;
    private final String title;
    private final @Nullable String field;

    /**
     * @param title what is wrong, in a few words
     * @param field what was named wrongly; null: nothing
     * @param words what was met and what was expected
     */
    AccessRefused(Why why, String title, @Nullable String field, String words) {
        super(words);
        this.why = why;
        this.title = title;
        this.field = field;
    }

    static AccessRefused lacking(Right right) {
        return new AccessRefused(
                Why.NOT_YOURS,
                "Not yours to do",
                null,
                "right: not given (expected: " + right.word() + ", by a role or a key)");
    }

    static AccessRefused unknown(String what, String id) {
        return new AccessRefused(
                Why.UNKNOWN,
                "No such " + what,
                null,
                what + ": '" + id + "' (expected: the id of one that you may see)");
    }

    static AccessRefused taken(String field, String met) {
        return new AccessRefused(
                Why.NOT_NOW, "Taken", field, field + ": '" + met + "' (expected: a new one)");
    }

    static AccessRefused stale(String what) {
        return new AccessRefused(
                Why.NOT_NOW,
                "Changed meanwhile",
                SEEN,
                what
                        + ": somebody else changed them since they were shown (expected: as they are now)");
    }

    static AccessRefused notMeant(String field, String met, String expected) {
        return new AccessRefused(
                Why.NOT_MEANT,
                "Cannot be meant",
                field,
                "%s: %s (expected: %s)".formatted(field, met, expected));
    }

    /** Whether it is because somebody else changed it since it was shown. */
    public boolean isStale() {
        return SEEN.equals(field);
    }

    /** What kind of refusal it is. */
    public Why why() {
        return why;
    }

    /** What is wrong, in a few words. */
    public String title() {
        return title;
    }

    /** What was named wrongly; null where nothing was. */
    public @Nullable String field() {
        return field;
    }
}
