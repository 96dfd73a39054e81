package io.serai.delivery;

/** What a connection is to make of prices cannot be meant; the message says why. */
public final class TermsRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String met;
    private final String expected;

    TermsRefused(String field, String met, String expected) {
        super("%s: %s (expected: %s)".formatted(field, met, expected));
        this.field = field;
        this.met = met;
        this.expected = expected;
    }

    /** The term, as {@link TermsBook} calls it. */
    public String field() {
        return field;
    }

    /** What was met. */
    public String met() {
        return met;
    }

    /** What can be meant. */
    public String expected() {
        return expected;
    }
}
