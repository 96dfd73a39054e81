package io.serai.report;

/** What is asked of a report cannot be meant: names what was met and what is expected. */
public final class ReportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReportRefused(String words) {
        super(words);
    }

    /**
     * Says so.
     *
     * @param name of what was said
     */
    public static ReportRefused of(String name, String said, String expected) {
        return new ReportRefused("%s: '%s' (expected: %s)".formatted(name, said, expected));
    }
}
