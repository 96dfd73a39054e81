package io.serai.api;

import io.serai.delivery.StoredTerms;
import java.math.BigDecimal;
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

    static TermsView of(int connection, StoredTerms terms) {
        String words = terms.words();
        return new TermsView(
                Integer.toString(connection),
                terms.hotelCurrency(),
                terms.currency(),
                text(terms.markUp()),
                text(terms.commission()),
                text(terms.exchangeRate()),
                terms.rounding(),
                words == null,
                words);
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
