package io.serai.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a query asks of a report, in the words of {@code docs/reports.md}. */
public final class ReportQuery {

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

    private final QueryValues values;

    /**
     * Reads a query.
     *
     * @param query gives what it says under a name; null: nothing
     */
    public ReportQuery(Function<String, @Nullable String> query) {
        this.values = new QueryValues(query);
    }

    /**
     * The question.
     *
     * @param all the hotels that it is about where the query names none
     * @param hotel gives the key of one that the query names, or refuses it
     * @throws ReportRefused where it is none
     */
    public ReportQuestion question(
            String report, List<Integer> all, ToIntFunction<String> hotel, Instant now) {
        List<String> hotels = values.list("hotel");
        return new ReportQuestion(
                hotels.isEmpty() ? all : hotels.stream().map(hotel::applyAsInt).distinct().toList(),
                period(report),
                by(report),
                each(report),
                per(report),
                values.text("channel"),
                lastYear(report),
                values.number("pickUp", 7, MOST_PICK_UP),
                values.number("guests", 2, MOST_GUESTS),
                differing(report),
                now);
    }

    private Period period(String report) {
        LocalDate from = values.day("from");
        LocalDate to = values.day("to");
        int longest = report.equals(PARITY) ? LONGEST_PARITY : LONGEST;
        if (to.isBefore(from) || !to.isBefore(from.plusDays(longest))) {
            throw ReportRefused.of(
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
                .filter(by -> by == usual || !Reports.hasOneDate(report) && by != By.DEPARTURE)
                .orElseThrow(
                        () ->
                                ReportRefused.of(
                                        "by",
                                        said,
                                        Reports.hasOneDate(report)
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
                .filter(each -> each == usual || !Reports.hasOneDate(report))
                .orElseThrow(
                        () ->
                                ReportRefused.of(
                                        "each",
                                        said,
                                        Reports.hasOneDate(report)
                                                ? usual.word() + ": this report has no other"
                                                : "day, week, month, year or whole"));
    }

    private Set<Per> per(String report) {
        Set<Per> per = EnumSet.noneOf(Per.class);
        for (String said : values.list("per")) {
            per.add(
                    find(Per.values(), Per::word, said)
                            .filter(it -> it != Per.BOOKING || report.equals(RECONCILIATION))
                            .orElseThrow(
                                    () ->
                                            ReportRefused.of(
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
            throw ReportRefused.of("compare", said, "last-year");
        }
        if (Reports.hasOneDate(report)) {
            throw ReportRefused.of("compare", said, "none: this report tells of one time alone");
        }
        return true;
    }

    private boolean differing(String report) {
        String said = values.text("only");
        if (said == null) {
            return false;
        }
        if (!said.equals("differing") || !report.equals(PARITY)) {
            throw ReportRefused.of(
                    "only",
                    said,
                    report.equals(PARITY) ? "differing" : "none: this report has no such lines");
        }
        return true;
    }

    private static <T> Optional<T> find(T[] all, Function<T, String> word, String said) {
        return Stream.of(all)
                .filter(it -> word.apply(it).equals(said.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
