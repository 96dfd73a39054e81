package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.serai.database.TenantSession;
import io.serai.payment.ReconciledBooking;
import io.serai.payment.ReconciledGroup;
import io.serai.payment.ReconciliationPlace;
import io.serai.payment.ReconciliationWish;
import io.serai.payment.Reconciliations;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what was expected of a hotel's bookings with what was paid. */
@Component("apiReconciliation")
public class ApiReconciliation {

    private static final int USUAL = 1_000;
    private static final int MOST_ON_PAGE = 10_000;
    private static final int MOST_IN_TABLE = 100_000;
    private static final int MOST_DAYS = 3_660;

    private final Targets targets;
    private final TenantSession tenants;
    private final Reconciliations reconciliations;

    ApiReconciliation(Targets targets, TenantSession tenants, Reconciliations reconciliations) {
        this.targets = targets;
        this.tenants = tenants;
        this.reconciliations = reconciliations;
    }

    /** By what it is summed up. */
    private enum By {
        BOOKING,
        MONTH,
        CHANNEL
    }

    private record Question(
            ReconciliationWish wish, By by, @Nullable ReconciliationPlace after, int limit) {}

    /**
     * A page of bookings, or sums.
     *
     * @param bookings null where sums were asked for
     * @param groups null where bookings were
     * @param next what {@code after} is for the next page; null: there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Compared(
            @Nullable List<ReconciledBooking> bookings,
            @Nullable List<ReconciledGroup> groups,
            @Nullable String next) {}

    /**
     * Of bookings that left from {@code from} to {@code to}, a page of them, or all by month or
     * channel.
     *
     * @throws Problem 404 when the caller does not see the hotel, 400 for a question that is none
     */
    public Compared list(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel) {
        Question question = question(exchange, caller, hotel);
        if (question.by() != By.BOOKING) {
            return new Compared(null, groups(caller, question), null);
        }
        Reconciliations.Page page = page(caller, question, question.limit());
        return new Compared(
                page.bookings(), null, page.next() == null ? null : page.next().toString());
    }

    /**
     * All of it as a table (CSV, RFC 4180, with a line of names).
     *
     * @throws Problem as {@link #list}, 422 for more lines than a table may have
     */
    public String csv(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel)
            throws JsonProcessingException {
        Question question = question(exchange, caller, hotel);
        if (question.by() != By.BOOKING) {
            return ReconciliationTable.ofGroups(groups(caller, question));
        }
        Reconciliations.Page page = page(caller, question, MOST_IN_TABLE);
        if (page.next() != null) {
            throw new Problem(
                    422,
                    "Too long",
                    "from, to: more than %d bookings (expected: a shorter period, or the pages of the JSON form)"
                            .formatted(MOST_IN_TABLE));
        }
        return ReconciliationTable.ofBookings(page.bookings());
    }

    private Reconciliations.Page page(Caller caller, Question asked, int most) {
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> reconciliations.bookings(session, asked.wish(), asked.after(), most));
    }

    private List<ReconciledGroup> groups(Caller caller, Question asked) {
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session ->
                        asked.by() == By.MONTH
                                ? reconciliations.months(session, asked.wish())
                                : reconciliations.channels(session, asked.wish()));
    }

    private Question question(Exchange exchange, Caller caller, String hotel) {
        LocalDate from = ApiPayments.day(exchange, "from");
        LocalDate to = ApiPayments.day(exchange, "to");
        if (from == null || to == null || from.isAfter(to)) {
            throw Problem.bad(
                    "from, to: '%s' '%s' (expected: two days of departure, in their order)"
                            .formatted(from, to));
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw Problem.bad(
                    "from, to: '%s' '%s' (expected: at most %d days)"
                            .formatted(from, to, MOST_DAYS));
        }
        String by = ApiPayments.text(exchange, "by");
        Long limit = ApiPayments.number(exchange, "limit");
        return new Question(
                new ReconciliationWish(
                        targets.hotel(caller, hotel),
                        from,
                        to,
                        ApiPayments.text(exchange, "channel"),
                        "true".equals(ApiPayments.text(exchange, "differing"))),
                by(by == null ? "booking" : by),
                after(ApiPayments.text(exchange, "after")),
                limit == null ? USUAL : (int) Math.max(1, Math.min(limit, MOST_ON_PAGE)));
    }

    private static @Nullable ReconciliationPlace after(@Nullable String said) {
        return said == null
                ? null
                : ReconciliationPlace.of(said)
                        .orElseThrow(
                                () ->
                                        Problem.bad(
                                                "after: '%s' (expected: the next of a page)"
                                                        .formatted(said)));
    }

    private static By by(String said) {
        return switch (said) {
            case "booking" -> By.BOOKING;
            case "month" -> By.MONTH;
            case "channel" -> By.CHANNEL;
            default ->
                    throw Problem.bad(
                            "by: '%s' (expected: booking, month or channel)".formatted(said));
        };
    }
}
