package io.serai.api;

import io.serai.report.By;
import io.serai.report.Each;
import io.serai.report.Per;
import io.serai.report.Period;
import io.serai.report.ReportQuestion;
import io.serai.report.form.ReportForm;
import io.serai.report.form.ReportForms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/** What the query of a request for a report asks. */
record ReportQuery(Exchange exchange, QueryValues values) {

    /** By which date each report counts where the query does not say. */
    private static final Map<String, By> USUAL =
            Map.of(
                    "bookings", By.BOOKING,
                    "revenue", By.STAY,
                    "performance", By.STAY,
                    "parity", By.STAY,
                    "conversion", By.BOOKING,
                    "reconciliation", By.DEPARTURE);

    private static final String PARITY = "parity";
    private static final String RECONCILIATION = "reconciliation";
    private static final int LONGEST = 3_660;
    private static final int LONGEST_PARITY = 92;
    private static final int MOST_PICK_UP = 366;
    private static final int MOST_GUESTS = 20;

    ReportQuery(Exchange exchange) {
        this(exchange, new QueryValues(exchange));
    }

    ReportForm form(ReportForms forms) {
        String named = values.text("format");
        if (named == null) {
            return forms.accepted(exchange.getMessage().getHeader("Accept", String.class));
        }
        return forms.named(named)
                .orElseThrow(() -> QueryValues.refused("format", named, "one of " + forms.names()));
    }

    /**
     * The question.
     *
     * @throws Problem 400 where it is none; 404 or 403 where it is about a hotel that the caller
     *     may not ask about
     */
    ReportQuestion question(String report, Caller caller, Instant now) {
        List<String> hotels = values.list("hotel");
        return new ReportQuestion(
                hotels.isEmpty()
                        ? caller.hotels().stream().map(Long::intValue).toList()
                        : hotels.stream().map(caller::hotel).distinct().toList(),
                period(report),
                by(report),
                each(report),
                per(report),
                values.text("channel"),
                lastYear(report),
                values.number("pickUp", 7, MOST_PICK_UP),
                values.number("guests", 2, MOST_GUESTS),
                now);
    }

    private Period period(String report) {
        LocalDate from = values.day("from");
        LocalDate to = values.day("to");
        int longest = report.equals(PARITY) ? LONGEST_PARITY : LONGEST;
        if (to.isBefore(from) || !to.isBefore(from.plusDays(longest))) {
            throw QueryValues.refused(
                    "to",
                    to.toString(),
                    "from %s to %s".formatted(from, from.plusDays(longest - 1)));
        }
        return new Period(from, to.plusDays(1));
    }

    private By by(String report) {
        String said = values.text("by");
        By usual = USUAL.getOrDefault(report, By.STAY);
        if (said == null) {
            return usual;
        }
        return find(By.values(), By::word, said)
                .filter(by -> by == usual || !hasOneDate(report) && by != By.DEPARTURE)
                .orElseThrow(
                        () ->
                                QueryValues.refused(
                                        "by",
                                        said,
                                        hasOneDate(report)
                                                ? usual.word() + ": this report has no other"
                                                : "stay, booking or arrival"));
    }

    private Each each(String report) {
        String said = values.text("each");
        Each usual = report.equals(PARITY) ? Each.DAY : Each.MONTH;
        if (said == null) {
            return usual;
        }
        return find(Each.values(), Each::word, said)
                .filter(each -> each == usual || !hasOneDate(report))
                .orElseThrow(
                        () ->
                                QueryValues.refused(
                                        "each",
                                        said,
                                        hasOneDate(report)
                                                ? usual.word() + ": this report has no other"
                                                : "day, week, month, year or whole"));
    }

    /** Parity is of nights, the reconciliation of departures. */
    private static boolean hasOneDate(String report) {
        return report.equals(PARITY) || report.equals(RECONCILIATION);
    }

    private Set<Per> per(String report) {
        Set<Per> per = EnumSet.noneOf(Per.class);
        for (String said : values.list("per")) {
            per.add(
                    find(Per.values(), Per::word, said)
                            .filter(it -> it != Per.BOOKING || report.equals(RECONCILIATION))
                            .orElseThrow(
                                    () ->
                                            QueryValues.refused(
                                                    "per",
                                                    said,
                                                    "hotel, channel or both; booking in the reconciliation alone")));
        }
        return per;
    }

    private boolean lastYear(String report) {
        String said = values.text("compare");
        if (said == null) {
            return false;
        }
        if (!said.equals("last-year")) {
            throw QueryValues.refused("compare", said, "last-year");
        }
        if (hasOneDate(report)) {
            throw QueryValues.refused("compare", said, "none: this report tells of one time alone");
        }
        return true;
    }

    private static <T> Optional<T> find(T[] all, Function<T, String> word, String said) {
        return Stream.of(all)
                .filter(it -> word.apply(it).equals(said.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
