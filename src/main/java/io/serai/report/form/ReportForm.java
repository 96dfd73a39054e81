package io.serai.report.form;

import io.serai.report.ReportQuestion;
import io.serai.report.ReportTable;
import java.io.IOException;
import java.io.OutputStream;

/** A way to write a report. */
public interface ReportForm {

    /** Its name in the query of the API. */
    String name();

    /** Its media type. */
    String mediaType();

    /** What a file of it is called. */
    default String fileName(String report, ReportQuestion question) {
        return "%s-%s-%s.%s"
                .formatted(
                        report,
                        question.period().from(),
                        question.period().until().minusDays(1),
                        name());
    }

    /**
     * Writes a report.
     *
     * @param report its name
     * @param out stays open
     */
    void write(String report, ReportQuestion question, ReportTable table, OutputStream out)
            throws IOException;
}
