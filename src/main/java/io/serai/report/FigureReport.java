package io.serai.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A report of figures by step, hotel, channel and currency, each beside the same of a year before
 * where that is wanted, and in total.
 *
 * @param <F> what is read and adds up over steps
 * @param <T> what lines tell
 * @param plus adds up steps, and 29 to 28 February
 * @param dress lays beside each line what it is told beside
 * @param none what a line says that has nothing
 * @param together whether totals tell of all channels together, too, where each has its own
 * @param notes what a reader must know
 */
record FigureReport<F, T>(
        Reader<F> reader,
        BinaryOperator<F> plus,
        BiFunction<ReportQuestion, SortedMap<Line, F>, SortedMap<Line, T>> dress,
        T none,
        List<Measure<T>> measures,
        boolean together,
        Function<ReportQuestion, List<String>> notes) {

    private static final int MOST = 100_000;

    ReportTable make(JdbcClient session, ReportQuestion question) {
        demandFew(
                question.each().starts(question.period()).count()
                        * (question.perHotel() ? question.hotels().size() : 1));
        Map<Integer, String> names = names(session, question);
        Lines<F> now = reader.read(session, question);
        Lines<F> before = question.lastYear() ? before(session, question) : new Lines<>();
        List<String> told = new ArrayList<>(notes.apply(question));
        if (now.shown().keySet().stream().map(Line::currency).distinct().count() > 1) {
            told.add(
                    "Several currencies: each has lines of its own, and none is added to another.");
        }
        return new ReportTable(
                columns(question),
                lines(
                        question,
                        dress.apply(question, now.shown()),
                        dress.apply(question, before.shown()),
                        names),
                totals(
                        question,
                        total(question, now.adding()),
                        total(question, before.adding()),
                        names),
                told);
    }

    /** Of all channels together, too, where there are several. */
    private List<List<@Nullable Object>> totals(
            ReportQuestion question,
            SortedMap<Line, F> now,
            SortedMap<Line, F> before,
            Map<Integer, String> names) {
        List<List<@Nullable Object>> totals =
                new ArrayList<>(
                        lines(
                                question.whole(),
                                dress.apply(question.whole(), now),
                                dress.apply(question.whole(), before),
                                names));
        if (together
                && question.perChannel()
                && question.channel() == null
                && Line.ofSeveralChannels(now.keySet())) {
            totals.addAll(
                    lines(
                            question.whole(),
                            dress.apply(question.together(), of(now)),
                            dress.apply(question.together(), of(before)),
                            names));
        }
        return totals;
    }

    private SortedMap<Line, F> of(SortedMap<Line, F> channels) {
        SortedMap<Line, F> together = new TreeMap<>();
        channels.forEach((line, it) -> together.merge(line.ofAllChannels(), it, plus));
        return together;
    }

    private static void demandFew(long lines) {
        if (lines > MOST) {
            throw new ReportTooLong(lines, MOST);
        }
    }

    private List<Column> columns(ReportQuestion question) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("from", Kind.DAY));
        columns.add(new Column("to", Kind.DAY));
        if (question.perHotel()) {
            columns.add(new Column("hotel", Kind.TEXT));
            columns.add(new Column("hotelName", Kind.TEXT));
        }
        if (question.perChannel()) {
            columns.add(new Column("channel", Kind.TEXT));
        }
        columns.add(new Column("currency", Kind.TEXT));
        for (Measure<T> measure : measures) {
            columns.add(new Column(measure.name(), measure.kind()));
            if (question.lastYear()) {
                columns.add(new Column(measure.name() + "LastYear", measure.kind()));
                columns.add(new Column(measure.name() + "Change", measure.kindOfChange()));
            }
        }
        return columns;
    }

    private List<List<@Nullable Object>> lines(
            ReportQuestion question,
            SortedMap<Line, T> now,
            SortedMap<Line, T> before,
            Map<Integer, String> names) {
        TreeSet<Line> all = new TreeSet<>(now.keySet());
        all.addAll(before.keySet());
        demandFew(all.size());
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Line line : all) {
            List<@Nullable Object> values = head(question, line, names);
            for (Measure<T> measure : measures) {
                var is = measure.of().apply(now.getOrDefault(line, none));
                values.add(Measure.shown(is, measure.kind(), line.currency()));
                if (question.lastYear()) {
                    var was = measure.of().apply(before.getOrDefault(line, none));
                    values.add(Measure.shown(was, measure.kind(), line.currency()));
                    values.add(
                            Measure.shown(
                                    measure.change(was, is),
                                    measure.kindOfChange(),
                                    line.currency()));
                }
            }
            lines.add(values);
        }
        return lines;
    }

    private SortedMap<Line, F> total(ReportQuestion question, SortedMap<Line, F> steps) {
        SortedMap<Line, F> total = new TreeMap<>();
        steps.forEach((line, it) -> total.merge(line.at(question.period().from()), it, plus));
        return total;
    }

    private Lines<F> before(JdbcClient session, ReportQuestion question) {
        return reader.read(session, question.yearBefore())
                .moved(
                        line -> line.at(question.each().yearAfter(line.start(), question.period())),
                        plus);
    }

    private static List<@Nullable Object> head(
            ReportQuestion question, Line line, Map<Integer, String> names) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(line.start());
        values.add(question.each().end(line.start(), question.period()).minusDays(1));
        if (question.perHotel()) {
            values.add(String.valueOf(line.hotel()));
            values.add(names.get(line.hotel()));
        }
        if (question.perChannel()) {
            values.add(line.channel());
        }
        values.add(line.currency().isEmpty() ? null : line.currency());
        return values;
    }

    private static Map<Integer, String> names(JdbcClient session, ReportQuestion question) {
        Map<Integer, String> names = new HashMap<>();
        session.sql("select id, name from hotels where id = any (:hotels)")
                .param("hotels", question.hotels().toArray(Integer[]::new))
                .query(
                        row -> {
                            names.put(row.getInt("id"), row.getString("name"));
                        });
        return names;
    }
}
