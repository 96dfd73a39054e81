package io.serai.report.form;

import io.serai.report.ReportQuestion;
import io.serai.report.ReportTable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/** A spreadsheet (XLSX): sheets of lines, totals and notes. Numbers are numbers, days are days. */
@Component
class SheetForm implements ReportForm {

    @Override
    public String name() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public void write(String report, ReportQuestion question, ReportTable table, OutputStream out)
            throws IOException {
        try (Workbook book = new Workbook(StreamUtils.nonClosing(out), "Serai", null)) {
            lines(book.newWorksheet(report), table, table.lines());
            if (!table.totals().isEmpty()) {
                lines(book.newWorksheet("totals"), table, table.totals());
            }
            Worksheet notes = book.newWorksheet("notes");
            for (int row = 0; row < table.notes().size(); row++) {
                notes.value(row, 0, table.notes().get(row));
            }
            notes.finish();
        }
    }

    private static void lines(
            Worksheet sheet, ReportTable table, List<List<@Nullable Object>> lines)
            throws IOException {
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.value(0, column, table.columns().get(column).name());
        }
        sheet.freezePane(0, 1);
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                Object value = lines.get(row).get(column);
                if (value != null) {
                    put(sheet, row + 1, column, value);
                }
            }
        }
        sheet.finish();
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Boolean flag) {
            sheet.value(row, column, flag);
        } else if (value instanceof BigDecimal number) {
            sheet.value(row, column, number);
            sheet.style(row, column).format(format(number.scale())).set();
        } else if (value instanceof Long count) {
            sheet.value(row, column, count);
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof Instant moment) {
            sheet.value(row, column, moment.atOffset(ZoneOffset.UTC).toLocalDateTime());
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else {
            sheet.value(row, column, value.toString());
        }
    }

    private static String format(int digits) {
        return digits <= 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
    }
}
