package io.serai.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares what was expected with what was paid: by booking, by month of departure, by channel. */
@Component
public class Reconciliations {

    private static final String NOBODY = "?";

    /** A booking, and what its money came to. */
    record Line(FactRows.Head head, Reckoning reckoning) {

        boolean differs() {
            return reckoning.cause() != Cause.NONE;
        }
    }

    /**
     * Every booking that left within some days.
     *
     * @param channel the channel's code; null: of any, the hotel's own too
     * @param differing whether those alone are wanted that differ
     * @param most more are not read
     */
    public List<ReconciledBooking> bookings(
            JdbcClient session,
            int hotel,
            LocalDate from,
            LocalDate to,
            @Nullable String channel,
            boolean differing,
            int most) {
        return lines(session, hotel, from, to, channel).stream()
                .filter(line -> !differing || line.differs())
                .limit(most)
                .map(Reconciliations::shown)
                .toList();
    }

    /** Sums by month of departure and currency. */
    public List<ReconciledGroup> months(
            JdbcClient session, int hotel, LocalDate from, LocalDate to, @Nullable String channel) {
        return groups(lines(session, hotel, from, to, channel), line -> month(line.head()));
    }

    /** Sums by channel and currency. */
    public List<ReconciledGroup> channels(
            JdbcClient session, int hotel, LocalDate from, LocalDate to, @Nullable String channel) {
        return groups(lines(session, hotel, from, to, channel), line -> line.head().provider());
    }

    private static List<Line> lines(
            JdbcClient session, int hotel, LocalDate from, LocalDate to, @Nullable String channel) {
        return FactRows.read(session, hotel, from, to, channel).stream()
                .map(row -> new Line(row.head(), Reckoning.of(row.facts())))
                .toList();
    }

    private static ReconciledBooking shown(Line line) {
        FactRows.Head head = line.head();
        Reckoning money = line.reckoning();
        return new ReconciledBooking(
                Long.toString(head.id()),
                head.number(),
                head.provider(),
                head.state(),
                head.arrival(),
                head.departure(),
                month(head),
                head.collectedBy(),
                head.method(),
                head.currency(),
                Amounts.said(money.expected(), head.currency()),
                Amounts.said(money.paid(), head.currency()),
                Amounts.said(money.difference(), head.currency()),
                money.cause().word());
    }

    private static String month(FactRows.Head head) {
        return head.departure() == null ? NOBODY : YearMonth.from(head.departure()).toString();
    }

    private static List<ReconciledGroup> groups(List<Line> lines, Function<Line, String> by) {
        Map<String, List<Line>> groups = new TreeMap<>();
        lines.forEach(
                line ->
                        groups.computeIfAbsent(
                                        by.apply(line) + " " + currency(line),
                                        key -> new ArrayList<>())
                                .add(line));
        return groups.values().stream()
                .map(group -> group(by.apply(group.get(0)), group))
                .sorted(
                        Comparator.comparing(ReconciledGroup::of)
                                .thenComparing(ReconciledGroup::currency))
                .toList();
    }

    private static ReconciledGroup group(String of, List<Line> lines) {
        String currency = currency(lines.get(0));
        String known = currency.equals(NOBODY) ? null : currency;
        Map<String, BigDecimal> causes = new TreeMap<>();
        lines.stream()
                .filter(Line::differs)
                .forEach(
                        line ->
                                causes.merge(
                                        line.reckoning().cause().word(),
                                        line.reckoning().difference(),
                                        BigDecimal::add));
        Map<String, String> said = new LinkedHashMap<>();
        causes.forEach((cause, amount) -> said.put(cause, Amounts.said(amount, known)));
        BigDecimal expected = sum(lines, Reckoning::expected);
        BigDecimal paid = sum(lines, Reckoning::paid);
        return new ReconciledGroup(
                of,
                currency,
                lines.size(),
                (int) lines.stream().filter(Line::differs).count(),
                Amounts.said(expected, known),
                Amounts.said(paid, known),
                Amounts.said(expected.subtract(paid), known),
                said);
    }

    private static String currency(Line line) {
        String currency = line.head().currency();
        return currency == null ? NOBODY : currency;
    }

    private static BigDecimal sum(List<Line> lines, Function<Reckoning, BigDecimal> what) {
        return lines.stream()
                .map(line -> what.apply(line.reckoning()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
