package io.serai.console.reports;

import io.serai.report.Each;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A chart, put together of the lines of a report. */
final class ChartLines {

    private final ReportTable table;
    private final int at;
    private final Each each;
    private final ReportNames called;
    private final List<Integer> keys;
    private final Map<Object, String> labels = new TreeMap<>();
    private final Map<String, Boolean> names = new LinkedHashMap<>();
    private final Map<String, Map<Object, BigDecimal>> values = new LinkedHashMap<>();

    ChartLines(ReportTable table, Each each, ReportNames names) {
        this.table = table;
        this.called = names;
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

    /** What the values stand at. */
    List<String> labels() {
        return List.copyOf(labels.values());
    }

    /**
     * Draws a column, where there is one of this name.
     *
     * @param year that it is of; empty where there is but one
     */
    void add(String figure, String year, boolean before) {
        int of = column(figure);
        for (List<@Nullable Object> line :
                of < 0 ? List.<List<@Nullable Object>>of() : table.lines()) {
            String name =
                    Stream.of(name(line), year)
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(", "));
            names.put(name, before);
            if (line.get(of) != null) {
                Object step = step(line);
                values.computeIfAbsent(name, it -> new TreeMap<>())
                        .put(step, new BigDecimal(String.valueOf(line.get(of))));
            }
        }
    }

    /**
     * Draws how many say each word of a column.
     *
     * @param count the column that says how many
     */
    void count(String word, String count) {
        int of = column(word);
        int many = column(count);
        for (List<@Nullable Object> line : table.lines()) {
            String name = String.valueOf(line.get(of));
            names.put(name, false);
            values.computeIfAbsent(name, it -> new TreeMap<>())
                    .merge(
                            step(line),
                            new BigDecimal(String.valueOf(line.get(many))),
                            BigDecimal::add);
        }
    }

    private Object step(List<@Nullable Object> line) {
        Object step = at < 0 ? "" : Objects.requireNonNull(line.get(at));
        labels.put(step, at < 0 ? "" : ChartLabels.of(step, each));
        return step;
    }

    private String name(List<@Nullable Object> line) {
        return keys.stream()
                .map(
                        i ->
                                line.get(i) == null
                                        ? ""
                                        : called.name(table.columns().get(i).name(), line.get(i)))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** A series for each hotel, channel and currency. */
    List<ReportChart.Series> series() {
        List<ReportChart.Series> all = new ArrayList<>();
        names.forEach(
                (name, before) -> {
                    Map<Object, BigDecimal> its = values.getOrDefault(name, Map.of());
                    all.add(new ReportChart.Series(name, before, ordered(labels.keySet(), its)));
                });
        return all;
    }

    private static List<@Nullable BigDecimal> ordered(
            Collection<Object> steps, Map<Object, BigDecimal> its) {
        List<@Nullable BigDecimal> ordered = new ArrayList<>();
        steps.forEach(step -> ordered.add(its.get(step)));
        return ordered;
    }

    private static String place(String series, String year) {
        String name = series.equals(year) ? "" : series.replaceFirst(", " + year + "$", "");
        return name.isEmpty() ? "All" : name;
    }

    /** Of a single step, what stands beside each other are the series. */
    ReportChart acrossSeries(String title, String unit, String year, String yearBefore) {
        List<ReportChart.Series> all = series();
        List<ReportChart.Series> beside = new ArrayList<>();
        for (boolean before : new boolean[] {false, true}) {
            List<@Nullable BigDecimal> values = new ArrayList<>();
            all.stream()
                    .filter(it -> it.before() == before)
                    .forEach(it -> values.add(it.values().get(0)));
            if (!values.isEmpty()) {
                beside.add(
                        new ReportChart.Series(
                                before ? yearBefore : year.isEmpty() ? title : year,
                                before,
                                values));
            }
        }
        List<String> places =
                all.stream().filter(it -> !it.before()).map(it -> place(it.name(), year)).toList();
        return new ReportChart(title, "bar", places, beside, unit);
    }
}
