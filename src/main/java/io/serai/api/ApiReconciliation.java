package io.serai.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.serai.database.TenantSession;
import io.serai.payment.ReconciledBooking;
import io.serai.payment.ReconciledGroup;
import io.serai.payment.Reconciliations;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what was expected of a hotel's bookings with what was paid. */
@Component("apiReconciliation")
public class ApiReconciliation {

    private static final int MOST_ROWS = 100_000;
    private static final CsvMapper CSV =
            CsvMapper.csvBuilder()
                    .addModule(new JavaTimeModule())
                    .addModule(new SimpleModule().addSerializer(String.class, new PlainCell()))
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
                    .build();

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

    /** A line of the table of months or channels: its causes in one column. */
    record Line(
            String of,
            String currency,
            int bookings,
            int differing,
            String expected,
            String paid,
            String difference,
            String causes) {}

    private record Question(
            int hotel,
            LocalDate from,
            LocalDate to,
            @Nullable String channel,
            boolean differing,
            By by) {}

    /**
     * Of bookings that left from {@code from} to {@code to}, by booking, month or channel.
     *
     * @throws Problem 404 when the caller does not see the hotel, 400 for a question that is none
     */
    public Map<String, List<?>> list(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel) {
        Question question = question(exchange, caller, hotel);
        return Map.of(question.by() == By.BOOKING ? "bookings" : "groups", rows(caller, question));
    }

    /** The same as a table (CSV, RFC 4180, with a line of names). */
    public String csv(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel)
            throws JsonProcessingException {
        Question question = question(exchange, caller, hotel);
        List<?> rows = rows(caller, question);
        boolean grouped = question.by() != By.BOOKING;
        CsvSchema schema =
                CSV.schemaFor(grouped ? Line.class : ReconciledBooking.class).withHeader();
        return CSV.writer(schema)
                .writeValueAsString(
                        grouped
                                ? rows.stream().map(row -> line((ReconciledGroup) row)).toList()
                                : rows);
    }

    private List<?> rows(Caller caller, Question asked) {
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session ->
                        switch (asked.by()) {
                            case BOOKING ->
                                    reconciliations.bookings(
                                            session,
                                            asked.hotel(),
                                            asked.from(),
                                            asked.to(),
                                            asked.channel(),
                                            asked.differing(),
                                            MOST_ROWS);
                            case MONTH ->
                                    reconciliations.months(
                                            session,
                                            asked.hotel(),
                                            asked.from(),
                                            asked.to(),
                                            asked.channel());
                            case CHANNEL ->
                                    reconciliations.channels(
                                            session,
                                            asked.hotel(),
                                            asked.from(),
                                            asked.to(),
                                            asked.channel());
                        });
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
        return new Question(
                targets.hotel(caller, hotel),
                from,
                to,
                ApiPayments.text(exchange, "channel"),
                "true".equals(ApiPayments.text(exchange, "differing")),
                by(by == null ? "booking" : by));
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

    private static Line line(ReconciledGroup group) {
        return new Line(
                group.of(),
                group.currency(),
                group.bookings(),
                group.differing(),
                group.expected(),
                group.paid(),
                group.difference(),
                group.causes().entrySet().stream()
                        .map(cause -> cause.getKey() + " " + cause.getValue())
                        .collect(Collectors.joining("; ")));
    }
}
