package io.serai.console.reports;

import io.serai.report.Column;
import io.serai.report.Kind;
import io.serai.report.ReportTable;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
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
        boolean chain = read.question().hotels().size() > 1;
        ReportCells cells = new ReportCells(table.columns(), chain, read.names(), zone);
        return new ReportSheet(
                cells.shown().stream().map(column -> head(report, column, words)).toList(),
                table.lines().stream().skip(read.skip()).limit(LINES).map(cells::of).toList(),
                table.totals().stream().map(cells::of).toList(),
                table.notes().stream().map(note -> note(note, report, cells, words)).toList(),
                read.page(),
                read.pages(),
                read.count(),
                isNothing(table));
    }

    private static Head head(String report, Column column, ReportWords words) {
        ReportWords.Word word = words.column(report, column.name());
        return new Head(
                column.name(), word.title(), word.meaning(), ReportCells.isNumber(column.kind()));
    }

    /** A note with its columns called as their heads are. */
    private static String note(String note, String report, ReportCells cells, ReportWords words) {
        String said = note;
        for (Column column : cells.shown()) {
            if (column.name().matches("[a-z]+[A-Z][A-Za-z]*")) {
                said = said.replace(column.name(), words.column(report, column.name()).title());
            }
        }
        return said;
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
}
