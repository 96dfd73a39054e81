package io.serai.delivery;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a connection makes of the hotel's prices, as it is kept.
 *
 * @param hotelCurrency what the hotel's prices are in
 * @param ownCurrency what the channel fixed; null: the hotel's
 * @param markUp percent that is added; null: none
 * @param commission percent of the sold price that the channel keeps; null: none
 * @param exchangeRate one unit of the hotel's currency in the connection's; null: none
 * @param rounding half-up, up or down
 * @param stopped why no prices are sent until somebody confirms; null: nobody has to
 */
public record StoredTerms(
        String hotelCurrency,
        @Nullable String ownCurrency,
        @Nullable BigDecimal markUp,
        @Nullable BigDecimal commission,
        @Nullable BigDecimal exchangeRate,
        String rounding,
        @Nullable String stopped) {

    /** What is sent to the channel. */
    public String currency() {
        return ownCurrency == null ? hotelCurrency : ownCurrency;
    }

    /** Why no prices are sent; null when they are. */
    public @Nullable String words() {
        return stopped == null && exchangeRate == null && !currency().equals(hotelCurrency)
                ? "exchangeRate: none (expected: what one %s is in %s)"
                        .formatted(hotelCurrency, currency())
                : stopped;
    }
}
