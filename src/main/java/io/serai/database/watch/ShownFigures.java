package io.serai.database.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.serai.database.watch.Watched.Figure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * The gauges of one question. A gauge that stays is never taken away and made anew: an alert that
 * waits would begin to wait again.
 */
final class ShownFigures {

    private final Map<Figure, MultiGauge> gauges;
    private final Map<Figure, Map<Tags, AtomicReference<Double>>> shown = new LinkedHashMap<>();
    private final Set<String> columns;

    ShownFigures(List<Figure> figures, MeterRegistry meters) {
        gauges =
                figures.stream()
                        .collect(Collectors.toMap(figure -> figure, it -> gauge(it, meters)));
        columns = figures.stream().map(Figure::column).collect(Collectors.toSet());
    }

    private static MultiGauge gauge(Figure figure, MeterRegistry meters) {
        return MultiGauge.builder(figure.name())
                .description(figure.description())
                .baseUnit(figure.unit())
                .register(meters);
    }

    /** Shows these rows and no others. */
    void show(List<Map<String, Object>> rows) {
        gauges.forEach((figure, gauge) -> show(figure, gauge, rows));
    }

    private void show(Figure figure, MultiGauge gauge, List<Map<String, Object>> rows) {
        Map<Tags, AtomicReference<Double>> before = shown.getOrDefault(figure, Map.of());
        Map<Tags, AtomicReference<Double>> now = new LinkedHashMap<>();
        for (Map<String, Object> row : rows) {
            if (row.get(figure.column()) instanceof Number value) {
                Tags tags = tags(row);
                AtomicReference<Double> holder = before.getOrDefault(tags, new AtomicReference<>());
                holder.set(value.doubleValue());
                now.put(tags, holder);
            }
        }
        shown.put(figure, now);
        gauge.register(
                now.entrySet().stream()
                        .<Row<?>>map(
                                each ->
                                        Row.of(
                                                each.getKey(),
                                                each.getValue(),
                                                AtomicReference::get))
                        .toList(),
                false);
    }

    private Tags tags(Map<String, Object> row) {
        return Tags.of(
                row.entrySet().stream()
                        .filter(each -> !columns.contains(each.getKey()))
                        .map(each -> Tag.of(each.getKey(), String.valueOf(each.getValue())))
                        .toList());
    }
}
