package io.serai.payment;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * A page of bookings.
     *
     * @param next where the next one begins; null: there is none
     */
    public record Page(List<ReconciledBooking> bookings, @Nullable ReconciliationPlace next) {}

    /**
     * Bookings that left within some days, by departure.
     *
     * @param after where the page before ended; null: it is the first
     * @param most so many on the page
     */
    public Page bookings(
            JdbcClient session,
            ReconciliationWish wish,
            @Nullable ReconciliationPlace after,
            int most) {
        List<Line> found = new ArrayList<>();
        ReconciliationPlace last = after;
        List<Line> read;
        do {
            read = lines(session, wish, last, most + 1);
            read.stream().filter(line -> !wish.differing() || line.differs()).forEach(found::add);
            last = read.isEmpty() ? last : place(read.get(read.size() - 1));
        } while (found.size() <= most && read.size() > most);
        List<Line> page = found.subList(0, Math.min(most, found.size()));
        return new Page(
                page.stream().map(Reconciliations::shown).toList(),
                found.size() > most ? place(page.get(most - 1)) : null);
    }

    /** Sums by month of departure and currency. */
    public List<ReconciledGroup> months(JdbcClient session, ReconciliationWish wish) {
        return groups(lines(session, wish, null, null), line -> month(line.head()));
    }

    /** Sums by channel and currency. */
    public List<ReconciledGroup> channels(JdbcClient session, ReconciliationWish wish) {
        return groups(lines(session, wish, null, null), line -> line.head().provider());
    }

    private static List<Line> lines(
            JdbcClient session,
            ReconciliationWish wish,
            @Nullable ReconciliationPlace after,
            @Nullable Integer most) {
        return FactRows.read(session, wish, after, most).stream()
                .map(row -> new Line(row.head(), Reckoning.of(row.facts())))
                .toList();
    }

    private static ReconciliationPlace place(Line line) {
        return new ReconciliationPlace(
                Objects.requireNonNull(line.head().departure(), "departure"), line.head().id());
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
