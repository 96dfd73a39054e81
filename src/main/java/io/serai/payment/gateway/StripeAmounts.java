package io.serai.payment.gateway;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Amounts as Stripe's documentation wants them: in the smallest unit, which for some currencies is
 * not that of ISO 4217.
 */
final class StripeAmounts {

    /** Whole units, though ISO 4217 has decimals. */
    private static final Set<String> WHOLE = Set.of("MGA");

    /** Sent with two decimals, which must be zeros, though there are none. */
    private static final Map<String, Integer> WITH_ZEROS = Map.of("ISK", 2, "UGX", 2);

    private static final int THREE = 3;
    private static final long TEN = 10;

    private StripeAmounts() {}

    static String code(GatewayAmount amount) {
        return amount.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    /**
     * The amount in the units that are sent.
     *
     * @throws IllegalArgumentException when it cannot be said so: a third decimal that is not 0, or
     *     decimals of a currency that is sent whole
     */
    static long units(GatewayAmount amount) {
        String currency = amount.currency().getCurrencyCode();
        int decimals =
                WHOLE.contains(currency)
                        ? 0
                        : WITH_ZEROS.getOrDefault(
                                currency, amount.currency().getDefaultFractionDigits());
        try {
            long units = amount.scaled(decimals);
            if (decimals == THREE && units % TEN != 0) {
                throw new ArithmeticException();
            }
            return units;
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException(
                    "amount: %s %s (expected: one that the gateway can take)"
                            .formatted(amount.value().toPlainString(), currency));
        }
    }
}
