package io.serai.report;

/** A report would have more lines than anybody reads. */
public class ReportTooLong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReportTooLong(long lines, long most) {
        super(
                "lines: %d or more (expected: at most %d; ask for fewer hotels, fewer days or longer steps)"
                        .formatted(lines, most));
    }
}
