package io.serai.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each channel holds for the same night of the same product, side by side. */
@Component
class ParityReport implements Report {

    /** Lines of more than this are no report any more. */
    static final int MOST = 100_000;

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("hotel", Kind.TEXT),
                    new Column("night", Kind.DAY),
                    new Column("roomType", Kind.TEXT),
                    new Column("ratePlan", Kind.TEXT),
                    new Column("channel", Kind.TEXT),
                    new Column("connection", Kind.TEXT),
                    new Column("rate", Kind.TEXT),
                    new Column("currency", Kind.TEXT),
                    new Column("price", Kind.MONEY),
                    new Column("priceFrom", Kind.TEXT),
                    new Column("priceAt", Kind.MOMENT),
                    new Column("parity", Kind.TEXT),
                    new Column("aboveLowest", Kind.MONEY),
                    new Column("rooms", Kind.COUNT),
                    new Column("sold", Kind.FLAG),
                    new Column("leastStay", Kind.COUNT),
                    new Column("availabilityFrom", Kind.TEXT),
                    new Column("availabilityAt", Kind.MOMENT));

    private static final List<Column> COUNTED =
            List.of(
                    new Column("night", Kind.DAY),
                    new Column("parity", Kind.TEXT),
                    new Column("lines", Kind.COUNT));

    private final HeldLines held;

    ParityReport(HeldLines held) {
        this.held = held;
    }

    @Override
    public String name() {
        return "parity";
    }

    @Override
    public ReportTable make(JdbcClient session, ReportQuestion question) {
        return table(question, lines(beside(held, session, question)));
    }

    static ReportTable table(ReportQuestion question, List<List<@Nullable Object>> lines) {
        return new ReportTable(COLUMNS, lines, List.of(), notes(question));
    }

    /**
     * What is held of each night and product, beside each other; where that is asked for, of those
     * alone where it differs.
     */
    static List<List<HeldLine>> beside(
            HeldLines held, JdbcClient session, ReportQuestion question) {
        List<HeldLine> lines = held.read(session, question, MOST + 1);
        if (lines.size() > MOST) {
            throw new ReportTooLong(lines.size(), MOST);
        }
        List<List<HeldLine>> all = new ArrayList<>();
        int first = 0;
        for (int end = 1; end <= lines.size(); end++) {
            if (end == lines.size() || !lines.get(end).isBeside(lines.get(first))) {
                List<HeldLine> beside = lines.subList(first, end);
                if (!question.differing() || Parity.differs(beside)) {
                    all.add(beside);
                }
                first = end;
            }
        }
        return all;
    }

    /** The lines of the report, in the order of its columns. */
    static List<List<@Nullable Object>> lines(List<List<HeldLine>> all) {
        List<List<@Nullable Object>> table = new ArrayList<>();
        all.forEach(beside -> beside.forEach(line -> table.add(values(line, beside))));
        return table;
    }

    /** Some of them, without writing the others. */
    static List<List<@Nullable Object>> lines(List<List<HeldLine>> all, int from, int until) {
        List<List<@Nullable Object>> table = new ArrayList<>();
        int at = 0;
        for (List<HeldLine> beside : all) {
            for (HeldLine line : beside) {
                if (at >= from && at < until) {
                    table.add(values(line, beside));
                }
                at++;
            }
        }
        return table;
    }

    /** How many lines of a night say each word. */
    static ReportTable counted(List<List<HeldLine>> all) {
        Map<LocalDate, Map<String, Long>> nights = new LinkedHashMap<>();
        for (List<HeldLine> beside : all) {
            Map<String, Long> words =
                    nights.computeIfAbsent(beside.get(0).night(), it -> new LinkedHashMap<>());
            beside.forEach(line -> words.merge(Parity.of(line, beside), 1L, Long::sum));
        }
        List<List<@Nullable Object>> lines = new ArrayList<>();
        nights.forEach(
                (night, words) ->
                        words.forEach((word, count) -> lines.add(List.of(night, word, count))));
        return new ReportTable(COUNTED, lines, List.of(), List.of());
    }

    private static List<@Nullable Object> values(HeldLine line, List<HeldLine> beside) {
        BigDecimal lowest = lowest(line, beside);
        return Arrays.asList(
                Integer.toString(line.rate().hotel()),
                line.night(),
                line.rate().roomType(),
                line.rate().ratePlan(),
                line.rate().channel(),
                Integer.toString(line.rate().connection()),
                line.rate().remoteRate(),
                line.rate().currency().getCurrencyCode(),
                line.price(),
                line.priceFrom().word(),
                line.priceAt(),
                Parity.of(line, beside),
                lowest == null || line.price() == null || !line.isComparable()
                        ? null
                        : line.price().subtract(lowest),
                line.rooms() == null ? null : Long.valueOf(line.rooms()),
                line.sold(),
                line.leastStay() == null ? null : Long.valueOf(line.leastStay()),
                line.from().word(),
                line.seen());
    }

    private static @Nullable BigDecimal lowest(HeldLine line, List<HeldLine> beside) {
        BigDecimal lowest = null;
        for (HeldLine other : beside) {
            BigDecimal price = other.isComparable(line) ? other.price() : null;
            if (price != null && (lowest == null || price.compareTo(lowest) < 0)) {
                lowest = price;
            }
        }
        return lowest;
    }

    private static List<String> notes(ReportQuestion question) {
        List<String> notes = new ArrayList<>();
        if (question.differing()) {
            notes.add("Only nights and rates that a channel sells for more than another.");
        }
        notes.addAll(
                List.of(
                        "Prices of one night for %d guests, in the currency and by the terms of each connection; prices in different currencies are not compared."
                                .formatted(question.guests()),
                        "Prices, and rooms, closures and least stays, are as the channel showed them where it was read since it was last told (priceFrom, availabilityFrom: read-back), else as it accepted them (accepted). Few channels show the prices that they hold.",
                        "A night that a channel was never told has no line of that channel."));
        return notes;
    }
}
