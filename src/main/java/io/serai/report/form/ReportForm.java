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

    /**
     * Writes a report.
     *
     * @param report its name
     * @param out stays open
     */
    void write(String report, ReportQuestion question, ReportTable table, OutputStream out)
            throws IOException;
}
