package io.serai.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was expected of a booking and what was paid; amounts as decimal strings.
 *
 * @param booking its id here
 * @param number the channel's number of it
 * @param channel the channel's code
 * @param month of its departure, as YYYY-MM
 * @param difference expected less paid
 * @param cause why they likely differ, {@code none} where they do not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "booking",
    "number",
    "channel",
    "state",
    "arrival",
    "departure",
    "month",
    "collectedBy",
    "method",
    "currency",
    "expected",
    "paid",
    "difference",
    "cause"
})
public record ReconciledBooking(
        String booking,
        String number,
        String channel,
        String state,
        @Nullable LocalDate arrival,
        @Nullable LocalDate departure,
        @Nullable String month,
        String collectedBy,
        String method,
        @Nullable String currency,
        String expected,
        String paid,
        String difference,
        String cause) {}
