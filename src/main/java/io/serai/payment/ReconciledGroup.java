package io.serai.payment;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * What was expected and paid of several bookings, in one currency; amounts as decimal strings.
 *
 * @param of a month of departure (YYYY-MM) or a channel's code
 * @param differing how many differ
 * @param causes how much each cause makes, expected less paid
 */
@JsonPropertyOrder({
    "of",
    "currency",
    "bookings",
    "differing",
    "expected",
    "paid",
    "difference",
    "causes"
})
public record ReconciledGroup(
        String of,
        String currency,
        int bookings,
        int differing,
        String expected,
        String paid,
        String difference,
        Map<String, String> causes) {}
