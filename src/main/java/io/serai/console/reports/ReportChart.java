package io.serai.console.reports;

import io.serai.report.Column;
import io.serai.report.Kind;
import io.serai.report.ReportQuestion;
import io.serai.report.ReportTable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is drawn: one of its figures by step, a series for each hotel, channel and
 * currency; of a report without figures to draw, how many of its lines say each word.
 *
 * @param title what is drawn
 * @param shape {@code bar}, {@code line} or {@code stack}
 * @param labels what the values stand at
 * @param unit what follows the values: {@code %}, or nothing
 */
public record ReportChart(
        String title, String shape, List<String> labels, List<Series> series, String unit) {

    private static final int BARS = 14;
    private static final int MOST_LABELS = 400;
    private static final String LAST_YEAR = "LastYear";

    /**
     * Values in the order of the labels.
     *
     * @param before whether they are those of the year before
     */
    public record Series(String name, boolean before, List<@Nullable BigDecimal> values) {}

    /** Null where there is nothing to draw, or more than an eye can tell apart. */
    static @Nullable ReportChart of(
            String report,
            ReportTable table,
            ReportQuestion question,
            @Nullable String asked,
            ReportNames names,
            ReportWords words) {
        ChartLines drawn = new ChartLines(table, question.each(), names);
        String year = question.lastYear() ? years(question, 0) : "";
        String yearBefore = years(question, 1);
        String counted = "parity";
        Column figure = figure(report, table, asked);
        if (report.equals(counted)) {
            drawn.count(counted, "lines");
        } else if (figure != null) {
            drawn.add(figure.name(), year, false);
            drawn.add(figure.name() + LAST_YEAR, yearBefore, true);
        }
        if (drawn.labels().isEmpty() || drawn.labels().size() > MOST_LABELS) {
            return null;
        }
        String title = words.column(report, figure == null ? counted : figure.name()).title();
        if (drawn.labels().size() == 1 && figure != null) {
            return drawn.acrossSeries(title, unit(figure), year, yearBefore);
        }
        return new ReportChart(
                title,
                figure == null ? "stack" : drawn.labels().size() > BARS ? "line" : "bar",
                drawn.labels(),
                drawn.series(),
                unit(figure));
    }

    /** The year of a period so many years before, or both: 2025, 2025/26. */
    private static String years(ReportQuestion question, int before) {
        int first = question.period().from().getYear() - before;
        int last = question.period().until().minusDays(1).getYear() - before;
        return first == last ? Integer.toString(first) : "%d/%02d".formatted(first, last % 100);
    }

    /** The columns that can be drawn. */
    static List<Column> figures(ReportTable table) {
        return table.columns().stream()
                .filter(
                        column ->
                                switch (column.kind()) {
                                    case COUNT, MONEY, PERCENT, MEAN -> true;
                                    case TEXT, DAY, MOMENT, FLAG -> false;
                                })
                .filter(
                        column ->
                                !column.name().endsWith(LAST_YEAR)
                                        && !column.name().endsWith("Change"))
                .toList();
    }

    /** The name of the figure that is drawn; null where none is. */
    static @Nullable String figureName(String report, ReportTable table, @Nullable String asked) {
        Column figure = figure(report, table, asked);
        return figure == null ? null : figure.name();
    }

    private static @Nullable Column figure(
            String report, ReportTable table, @Nullable String asked) {
        if (report.equals("parity")) {
            return null;
        }
        String usual =
                switch (report) {
                    case "revenue", "performance" -> "roomRevenue";
                    case "reconciliation" -> "expected";
                    default -> "bookings";
                };
        List<Column> figures = figures(table);
        return figures.stream()
                .filter(column -> column.name().equals(asked))
                .findFirst()
                .or(() -> figures.stream().filter(it -> it.name().equals(usual)).findFirst())
                .orElse(null);
    }

    private static String unit(@Nullable Column figure) {
        return figure != null && figure.kind() == Kind.PERCENT ? "%" : "";
    }
}
