package io.serai.api;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What prices become at a connection.
 *
 * @param connection its id
 * @param hotelCurrency what the hotel's prices are in
 * @param currency what is sent to the channel
 * @param markUp percent that is added, as a decimal text; null: none
 * @param commission percent of the sold price that the channel keeps; null: none
 * @param exchangeRate one unit of the hotel's currency in the connection's; null: none
 * @param rounding half-up, up or down
 * @param pricesSent whether prices are sent
 * @param words why they are not; null when they are
 */
record TermsView(
        String connection,
        String hotelCurrency,
        String currency,
        @Nullable String markUp,
        @Nullable String commission,
        @Nullable String exchangeRate,
        String rounding,
        boolean pricesSent,
        @Nullable String words) {

    static TermsView of(ResultSet row) throws SQLException {
        String hotel = row.getString("hotel_currency");
        String currency = row.getString("currency");
        String rate = text(row.getBigDecimal("exchange_rate"));
        String stopped = row.getString("prices_stopped");
        String words =
                stopped == null && rate == null && !currency.equals(hotel)
                        ? "exchangeRate: none (expected: what one %s is in %s)"
                                .formatted(hotel, currency)
                        : stopped;
        return new TermsView(
                row.getString("id"),
                hotel,
                currency,
                text(row.getBigDecimal("mark_up")),
                text(row.getBigDecimal("commission")),
                rate,
                row.getString("price_rounding"),
                words == null,
                words);
    }

    static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
