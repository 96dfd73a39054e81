package io.serai.delivery;

import io.serai.ari.PriceTerms;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;

/** What prices become at a connection, from its row and its hotel's. */
public final class TermsRow {

    private TermsRow() {}

    /**
     * Reads {@code mark_up}, {@code commission}, {@code exchange_rate}, {@code price_rounding} and
     * {@code currency} of a connection and {@code hotel_currency}. A rate counts only where the
     * currencies differ.
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
