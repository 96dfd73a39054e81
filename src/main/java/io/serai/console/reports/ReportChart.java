package io.serai.console.reports;

import io.serai.report.Column;
import io.serai.report.Each;
import io.serai.report.Kind;
import io.serai.report.ReportTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is drawn: one of its figures by step, a series for each hotel, channel and
 * currency; of a report without figures to draw, how many lines say each word.
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
            Each each,
            @Nullable String asked,
            ReportWords words) {
        Drawn drawn = new Drawn(table, each);
        String counted = "parity";
        Column figure = figure(report, table, asked);
        if (report.equals(counted)) {
            drawn.count(counted);
        } else if (figure != null) {
            drawn.add(figure.name(), "", false);
            drawn.add(figure.name() + LAST_YEAR, ", year before", true);
        }
        if (drawn.labels.isEmpty() || drawn.labels.size() > MOST_LABELS) {
            return null;
        }
        String title = words.column(report, figure == null ? counted : figure.name()).title();
        if (drawn.labels.size() == 1 && figure != null) {
            return drawn.acrossSeries(title, unit(figure));
        }
        return new ReportChart(
                title,
                figure == null ? "stack" : drawn.labels.size() > BARS ? "line" : "bar",
                List.copyOf(drawn.labels.values()),
                drawn.series(),
                unit(figure));
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

    /** What is put together line by line. */
    private static final class Drawn {

        private final ReportTable table;
        private final int at;
        private final Each each;
        private final List<Integer> keys;
        private final Map<Object, String> labels = new TreeMap<>();
        private final Map<String, Boolean> names = new LinkedHashMap<>();
        private final Map<String, Map<Object, BigDecimal>> values = new LinkedHashMap<>();

        Drawn(ReportTable table, Each each) {
            this.table = table;
            this.each = each;
            this.at =
                    IntStream.range(0, table.columns().size())
                            .filter(i -> isStep(table.columns().get(i).name()))
                            .findFirst()
                            .orElse(-1);
            this.keys =
                    IntStream.range(0, table.columns().size())
                            .filter(i -> i != at && isKey(table.columns().get(i).name()))
                            .filter(
                                    i ->
                                            table.lines().stream()
                                                            .map(line -> line.get(i))
                                                            .distinct()
                                                            .count()
                                                    > 1)
                            .boxed()
                            .toList();
        }

        private static boolean isStep(String name) {
            return List.of("from", "night", "month").contains(name);
        }

        private static boolean isKey(String name) {
            return List.of("hotel", "hotelName", "channel", "currency").contains(name);
        }

        private int column(String name) {
            return IntStream.range(0, table.columns().size())
                    .filter(i -> table.columns().get(i).name().equals(name))
                    .findFirst()
                    .orElse(-1);
        }

        void add(String figure, String suffix, boolean before) {
            int of = column(figure);
            for (List<@Nullable Object> line :
                    of < 0 ? List.<List<@Nullable Object>>of() : table.lines()) {
                String name = name(line) + suffix;
                names.put(name, before);
                if (line.get(of) != null) {
                    Object step = step(line);
                    values.computeIfAbsent(name, it -> new TreeMap<>())
                            .put(step, new BigDecimal(String.valueOf(line.get(of))));
                }
            }
        }

        void count(String word) {
            int of = column(word);
            for (List<@Nullable Object> line : table.lines()) {
                String name = String.valueOf(line.get(of));
                names.put(name, false);
                values.computeIfAbsent(name, it -> new TreeMap<>())
                        .merge(step(line), BigDecimal.ONE, BigDecimal::add);
            }
        }

        private Object step(List<@Nullable Object> line) {
            Object step = at < 0 ? "" : Objects.requireNonNull(line.get(at));
            labels.put(step, at < 0 ? "" : ChartLabels.of(step, each));
            return step;
        }

        private String name(List<@Nullable Object> line) {
            return keys.stream()
                    .map(i -> String.valueOf(line.get(i)))
                    .collect(Collectors.joining(" · "));
        }

        List<Series> series() {
            List<Series> all = new ArrayList<>();
            names.forEach(
                    (name, before) -> {
                        Map<Object, BigDecimal> its = values.getOrDefault(name, Map.of());
                        all.add(new Series(name, before, ordered(labels.keySet(), its)));
                    });
            return all;
        }

        private static List<@Nullable BigDecimal> ordered(
                Collection<Object> steps, Map<Object, BigDecimal> its) {
            List<@Nullable BigDecimal> ordered = new ArrayList<>();
            steps.forEach(step -> ordered.add(its.get(step)));
            return ordered;
        }

        /** Of a single step, what stands beside each other are the series. */
        ReportChart acrossSeries(String title, String unit) {
            List<Series> all = series();
            List<Series> beside = new ArrayList<>();
            for (boolean before : new boolean[] {false, true}) {
                List<@Nullable BigDecimal> values = new ArrayList<>();
                all.stream()
                        .filter(it -> it.before() == before)
                        .forEach(it -> values.add(it.values().get(0)));
                if (!values.isEmpty()) {
                    beside.add(new Series(before ? "Year before" : title, before, values));
                }
            }
            List<String> places =
                    all.stream()
                            .filter(it -> !it.before())
                            .map(it -> it.name().isEmpty() ? "All" : it.name())
                            .toList();
            return new ReportChart(title, "bar", places, beside, unit);
        }
    }
}
