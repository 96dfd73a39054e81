package io.serai.console.reports;

import io.serai.console.Times;
import io.serai.report.Column;
import io.serai.report.Kind;
import io.serai.report.ReportTable;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A report as a page shows it: some of its lines, all of its totals, and what its columns are
 * called.
 *
 * @param page which of the pages of lines, from 1
 * @param pages how many there are
 * @param count lines in all
 * @param nothing whether there is no line, or nothing was sold, booked or paid in any
 */
public record ReportSheet(
        List<Head> heads,
        List<List<Cell>> lines,
        List<List<Cell>> totals,
        List<String> notes,
        int page,
        int pages,
        int count,
        boolean nothing) {

    static final int LINES = 100;

    private static final String LAST_YEAR = "LastYear";
    private static final String CHANGE = "Change";
    private static final DecimalFormatSymbols DIGITS = DecimalFormatSymbols.getInstance(Locale.UK);

    /**
     * A column.
     *
     * @param meaning what it says; empty where its title does
     * @param number whether its values are numbers
     */
    public record Head(String name, String title, String meaning, boolean number) {}

    /**
     * A value.
     *
     * @param code of what the text names; null where it says it
     * @param before the same of a year before, and how it changed; null where it is not compared
     * @param booking the key of the booking that it is; null for all else
     */
    public record Cell(
            String text,
            @Nullable String code,
            boolean number,
            @Nullable String before,
            @Nullable String booking) {}

    static ReportSheet of(String report, PagedReport read, ReportWords words, ZoneId zone) {
        ReportTable table = read.table();
        List<Column> columns = table.columns();
        boolean steps = columns.get(0).name().equals("from");
        List<Head> heads =
                columns.stream()
                        .filter(column -> !steps || !column.name().equals("to"))
                        .filter(column -> !isBeside(column))
                        .map(
                                column -> {
                                    ReportWords.Word word = words.column(report, column.name());
                                    return new Head(
                                            column.name(),
                                            word.title(),
                                            word.meaning(),
                                            isNumber(column.kind()));
                                })
                        .toList();
        return new ReportSheet(
                heads,
                table.lines().stream()
                        .skip(read.skip())
                        .limit(LINES)
                        .map(line -> cells(columns, line, steps, read.names(), zone))
                        .toList(),
                table.totals().stream()
                        .map(line -> cells(columns, line, steps, read.names(), zone))
                        .toList(),
                table.notes(),
                read.page(),
                read.pages(),
                read.count(),
                isNothing(table));
    }

    private static List<Cell> cells(
            List<Column> columns,
            List<@Nullable Object> line,
            boolean steps,
            ReportNames names,
            ZoneId zone) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            boolean to = steps && i == 1;
            if (!to && !isBeside(column)) {
                boolean compared =
                        i + 2 < columns.size() && columns.get(i + 1).name().endsWith(LAST_YEAR);
                cells.add(
                        new Cell(
                                steps && i == 0
                                        ? Times.nights(
                                                (LocalDate) line.get(0), (LocalDate) line.get(1))
                                        : text(column, line.get(i), names, zone),
                                code(column, line.get(i), names),
                                isNumber(column.kind()),
                                compared
                                        ? text(columns.get(i + 1), line.get(i + 1), names, zone)
                                                + ", "
                                                + text(
                                                        columns.get(i + 2),
                                                        line.get(i + 2),
                                                        names,
                                                        zone)
                                        : null,
                                column.name().equals("booking") ? (String) line.get(i) : null));
            }
        }
        return cells;
    }

    /** What is compared with stands in the cell of what is compared. */
    private static boolean isBeside(Column column) {
        return column.name().endsWith(LAST_YEAR) || column.name().endsWith(CHANGE);
    }

    private static @Nullable String code(Column column, @Nullable Object value, ReportNames names) {
        return value == null
                        || !ReportNames.isCode(column.name())
                        || names.name(column.name(), value).equals(value.toString())
                ? null
                : value.toString();
    }

    /** Rooms that could have been sold are there also where none was. */
    private static boolean isNothing(ReportTable table) {
        List<Integer> counted =
                IntStream.range(0, table.columns().size())
                        .filter(i -> isAmount(table.columns().get(i)))
                        .boxed()
                        .toList();
        return table.lines().isEmpty()
                || !table.totals().isEmpty()
                        && table.totals().stream()
                                .allMatch(
                                        line ->
                                                counted.stream()
                                                        .map(line::get)
                                                        .allMatch(ReportSheet::isZero));
    }

    private static boolean isAmount(Column column) {
        return (column.kind() == Kind.COUNT || column.kind() == Kind.MONEY)
                && !column.name().equals("roomsAvailable");
    }

    private static boolean isZero(@Nullable Object value) {
        return value == null || new BigDecimal(value.toString()).signum() == 0;
    }

    private static String text(
            Column column, @Nullable Object value, ReportNames names, ZoneId zone) {
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

    private static boolean isNumber(Kind kind) {
        return switch (kind) {
            case COUNT, MONEY, PERCENT, MEAN -> true;
            case TEXT, DAY, MOMENT, FLAG -> false;
        };
    }
}
