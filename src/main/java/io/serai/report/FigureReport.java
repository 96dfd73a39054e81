package io.serai.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A report of figures by step, hotel, channel and currency, each beside the same of a year before
 * where that is wanted, and in total.
 *
 * @param none what a line says that has nothing
 * @param plus for two steps that one step of the next year answers to: 28 and 29 February
 * @param notes what a reader must know
 */
record FigureReport<T>(
        Reader<T> reader,
        T none,
        BinaryOperator<T> plus,
        List<Measure<T>> measures,
        Function<ReportQuestion, List<String>> notes) {

    private static final int MOST = 100_000;

    ReportTable make(JdbcClient session, ReportQuestion question) {
        demandFew(
                question.each().starts(question.period()).count()
                        * (question.perHotel() ? question.hotels().size() : 1));
        Map<Integer, String> names = names(session, question);
        SortedMap<Line, T> now = reader.read(session, question);
        List<String> told = new ArrayList<>(notes.apply(question));
        if (now.keySet().stream().map(Line::currency).distinct().count() > 1) {
            told.add(
                    "Several currencies: each has lines of its own, and none is added to another.");
        }
        return new ReportTable(
                columns(question),
                lines(session, question, now, names),
                lines(session, question.whole(), reader.read(session, question.whole()), names),
                told);
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
            JdbcClient session,
            ReportQuestion question,
            SortedMap<Line, T> now,
            Map<Integer, String> names) {
        SortedMap<Line, T> before =
                question.lastYear() ? before(session, question) : new TreeMap<>();
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

    private SortedMap<Line, T> before(JdbcClient session, ReportQuestion question) {
        SortedMap<Line, T> moved = new TreeMap<>();
        reader.read(session, question.yearBefore())
                .forEach(
                        (line, facts) ->
                                moved.merge(
                                        line.at(
                                                question.each()
                                                        .yearAfter(
                                                                line.start(), question.period())),
                                        facts,
                                        plus));
        return moved;
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
