package io.serai.report;

import io.serai.payment.ReconciledBooking;
import io.serai.payment.ReconciledGroup;
import io.serai.payment.ReconciliationWish;
import io.serai.payment.Reconciliations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was expected of bookings and what was paid, as {@link Reconciliations} reckons it: by month
 * of departure, by channel, or by booking.
 */
@Component
class ReconciliationReport implements Report {

    private static final int MOST = 100_000;

    /** What the sums of payments have where nobody said the currency. */
    private static final String NO_CURRENCY = "?";

    private static final List<Column> OF_BOOKING =
            List.of(
                    new Column("hotel", Kind.TEXT),
                    new Column("booking", Kind.TEXT),
                    new Column("number", Kind.TEXT),
                    new Column("channel", Kind.TEXT),
                    new Column("state", Kind.TEXT),
                    new Column("arrival", Kind.DAY),
                    new Column("departure", Kind.DAY),
                    new Column("collectedBy", Kind.TEXT),
                    new Column("method", Kind.TEXT),
                    new Column("currency", Kind.TEXT),
                    new Column("expected", Kind.MONEY),
                    new Column("paid", Kind.MONEY),
                    new Column("difference", Kind.MONEY),
                    new Column("cause", Kind.TEXT));

    private final Reconciliations reconciliations;

    ReconciliationReport(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    @Override
    public String name() {
        return "reconciliation";
    }

    @Override
    public ReportTable make(JdbcClient session, ReportQuestion question) {
        LocalDate to = question.period().until().minusDays(1);
        List<List<@Nullable Object>> lines = new ArrayList<>();
        Map<String, ReconciledTotal> totals = new TreeMap<>();
        for (int hotel : question.hotels()) {
            ReconciliationWish wish =
                    new ReconciliationWish(
                            hotel, question.period().from(), to, question.channel(), false);
            if (question.per().contains(Per.BOOKING)) {
                reconciliations
                        .bookings(session, wish, null, MOST + 1)
                        .bookings()
                        .forEach(
                                it -> {
                                    lines.add(line(hotel, it));
                                    totals.merge(
                                            Objects.requireNonNullElse(it.currency(), NO_CURRENCY),
                                            ReconciledTotal.of(it),
                                            ReconciledTotal::plus);
                                });
            } else {
                groups(session, question, wish)
                        .forEach(
                                it -> {
                                    lines.add(line(hotel, it));
                                    totals.merge(
                                            it.currency(),
                                            ReconciledTotal.of(it),
                                            ReconciledTotal::plus);
                                });
            }
            if (lines.size() > MOST) {
                throw new ReportTooLong(lines.size(), MOST);
            }
        }
        List<Column> columns =
                question.per().contains(Per.BOOKING) ? OF_BOOKING : ofGroup(question);
        return new ReportTable(
                columns,
                lines,
                totals.entrySet().stream()
                        .map(it -> it.getValue().line(columns, it.getKey()))
                        .toList(),
                List.of(
                        "Bookings count by the day of departure. Expected less paid is the difference; its cause is the likely one.",
                        "Amounts of different currencies are never added."));
    }

    private List<ReconciledGroup> groups(
            JdbcClient session, ReportQuestion question, ReconciliationWish wish) {
        return question.perChannel()
                ? reconciliations.channels(session, wish)
                : reconciliations.months(session, wish);
    }

    private static List<Column> ofGroup(ReportQuestion question) {
        return List.of(
                new Column("hotel", Kind.TEXT),
                new Column(question.perChannel() ? "channel" : "month", Kind.TEXT),
                new Column("currency", Kind.TEXT),
                new Column("bookings", Kind.COUNT),
                new Column("differing", Kind.COUNT),
                new Column("expected", Kind.MONEY),
                new Column("paid", Kind.MONEY),
                new Column("difference", Kind.MONEY),
                new Column("causes", Kind.TEXT));
    }

    private static List<@Nullable Object> line(int hotel, ReconciledBooking it) {
        return Arrays.asList(
                Integer.toString(hotel),
                it.booking(),
                it.number(),
                it.channel(),
                it.state(),
                it.arrival(),
                it.departure(),
                it.collectedBy(),
                it.method(),
                it.currency(),
                new BigDecimal(it.expected()),
                new BigDecimal(it.paid()),
                new BigDecimal(it.difference()),
                it.cause());
    }

    private static List<@Nullable Object> line(int hotel, ReconciledGroup it) {
        return Arrays.asList(
                Integer.toString(hotel),
                it.of(),
                it.currency(),
                (long) it.bookings(),
                (long) it.differing(),
                new BigDecimal(it.expected()),
                new BigDecimal(it.paid()),
                new BigDecimal(it.difference()),
                it.causes().entrySet().stream()
                        .map(cause -> cause.getKey() + " " + cause.getValue())
                        .collect(Collectors.joining(", ")));
    }
}
