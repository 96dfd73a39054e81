package io.serai.report.form;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.serai.report.Column;
import io.serai.report.ReportQuestion;
import io.serai.report.ReportTable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/**
 * CSV: the names of the columns, then the lines; no totals and no notes. What there is not is
 * empty. A text that a spreadsheet would take for a formula has an apostrophe before it.
 */
@Component
class CsvForm implements ReportForm {

    private static final String FORMULA = "=+-@\t\r";

    private final CsvMapper csv = new CsvMapper();

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public void write(String report, ReportQuestion question, ReportTable table, OutputStream out)
            throws IOException {
        try (SequenceWriter to =
                csv.writer(CsvSchema.emptySchema().withoutHeader())
                        .writeValues(StreamUtils.nonClosing(out))) {
            to.write(table.columns().stream().map(Column::name).toList());
            for (List<@Nullable Object> line : table.lines()) {
                to.write(line.stream().map(CsvForm::text).toList());
            }
        }
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
