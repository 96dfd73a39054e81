package io.serai.delivery;

import io.serai.ari.PriceTerms;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What prices become at a connection, from its row and its hotel's. */
public final class TermsRow {

    private static final Map<String, Currency> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                    .collect(Collectors.toMap(Currency::getCurrencyCode, Function.identity()));

    private TermsRow() {}

    /** Whether prices can be in the currency of this code: one of ISO 4217 with digits. */
    public static boolean isCurrency(String code) {
        return CURRENCIES.containsKey(code);
    }

    /**
     * Why the prices of a row cannot be said, {@code currency} and {@code hotel_currency} being
     * what they are; null when they can.
     */
    public static @Nullable String refusal(ResultSet row) throws SQLException {
        String fixed = row.getString("currency");
        if (fixed != null && !isCurrency(fixed)) {
            return "currency: '"
                    + fixed
                    + "' (expected: an ISO 4217 code, or none for the hotel's)";
        }
        String hotel = row.getString("hotel_currency");
        return isCurrency(hotel)
                ? null
                : "the hotel's currency: '" + hotel + "' (expected: an ISO 4217 code)";
    }

    /**
     * Reads {@code mark_up}, {@code commission}, {@code exchange_rate}, {@code price_rounding} and
     * {@code currency} of a connection and {@code hotel_currency}. A rate counts only where the
     * currencies differ.
     *
     * @throws IllegalArgumentException where {@link #refusal} has words
     */
    public static PriceTerms of(ResultSet row) throws SQLException {
        Currency hotel = Currency.getInstance(row.getString("hotel_currency"));
        String fixed = row.getString("currency");
        Currency currency = fixed == null ? hotel : Currency.getInstance(fixed);
        return new PriceTerms(
                row.getBigDecimal("mark_up"),
                row.getBigDecimal("commission"),
                currency.equals(hotel) ? null : row.getBigDecimal("exchange_rate"),
                hotel,
                currency,
                rounding(row.getString("price_rounding")));
    }

    private static RoundingMode rounding(String word) {
        return switch (word) {
            case "up" -> RoundingMode.UP;
            case "down" -> RoundingMode.DOWN;
            default -> RoundingMode.HALF_UP;
        };
    }
}
