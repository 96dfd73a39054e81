package io.serai.console.reports;

import io.serai.console.Times;
import io.serai.console.reports.ReportSheet.Cell;
import io.serai.report.Column;
import io.serai.report.Kind;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines of a report for people: what is compared with stands in the cell of what is
 * compared, codes are called by their names.
 *
 * @param chain whether it is about several hotels
 * @param names what its codes are called
 * @param zone of the hotel
 */
record ReportCells(List<Column> columns, boolean chain, ReportNames names, ZoneId zone) {

    private static final String LAST_YEAR = "LastYear";
    private static final String CHANGE = "Change";
    private static final DecimalFormatSymbols DIGITS = DecimalFormatSymbols.getInstance(Locale.UK);

    /** The columns that have cells of their own. */
    List<Column> shown() {
        return columns.stream()
                .filter(column -> !isInSteps() || !column.name().equals("to"))
                .filter(this::isShown)
                .toList();
    }

    List<Cell> of(List<@Nullable Object> line) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            boolean to = isInSteps() && i == 1;
            if (!to && isShown(columns.get(i))) {
                cells.add(cell(line, i));
            }
        }
        return cells;
    }

    static boolean isNumber(Kind kind) {
        return switch (kind) {
            case COUNT, MONEY, PERCENT, MEAN -> true;
            case TEXT, DAY, MOMENT, FLAG -> false;
        };
    }

    private boolean isInSteps() {
        return columns.get(0).name().equals("from");
    }

    /** One hotel needs no number: who reads its report knows its name. */
    private boolean isShown(Column column) {
        return !column.name().endsWith(LAST_YEAR)
                && !column.name().endsWith(CHANGE)
                && (chain || !column.name().equals("hotel"));
    }

    private Cell cell(List<@Nullable Object> line, int at) {
        Column column = columns.get(at);
        boolean compared =
                at + 2 < columns.size() && columns.get(at + 1).name().endsWith(LAST_YEAR);
        return new Cell(
                isInSteps() && at == 0
                        ? Times.nights((LocalDate) line.get(0), (LocalDate) line.get(1))
                        : text(column, line.get(at)),
                code(column, line.get(at)),
                isNumber(column.kind()),
                compared
                        ? text(columns.get(at + 1), line.get(at + 1))
                                + ", "
                                + text(columns.get(at + 2), line.get(at + 2))
                        : null,
                column.name().equals("booking") ? (String) line.get(at) : null);
    }

    private @Nullable String code(Column column, @Nullable Object value) {
        return value == null
                        || !ReportNames.isCode(column.name())
                        || names.name(column.name(), value).equals(value.toString())
                ? null
                : value.toString();
    }

    private String text(Column column, @Nullable Object value) {
        if (value == null) {
            return column.name().equals("channel") ? "all channels" : "–";
        }
        return switch (column.kind()) {
            case DAY -> value instanceof LocalDate day ? Times.date(day) : value.toString();
            case MOMENT -> value instanceof Instant at ? Times.minute(at, zone) : value.toString();
            case FLAG -> Boolean.TRUE.equals(value) ? "yes" : "no";
            case COUNT, MONEY, PERCENT, MEAN -> number(column, value);
            case TEXT -> names.name(column.name(), value);
        };
    }

    private static String number(Column column, Object value) {
        BigDecimal number =
                value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString());
        DecimalFormat format = new DecimalFormat("#,##0", DIGITS);
        format.setMinimumFractionDigits(number.scale());
        format.setMaximumFractionDigits(number.scale());
        boolean change = column.name().endsWith(CHANGE);
        return (change && number.signum() > 0 ? "+" : "")
                + format.format(number)
                + (column.kind() == Kind.PERCENT ? " %" : "");
    }
}
