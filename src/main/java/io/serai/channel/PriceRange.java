package io.serai.channel;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a night that a channel takes of any hotel, by the currency they are told in.
 *
 * @param least the lowest, by ISO 4217 code; {@link #ANY} for currencies that are not named
 * @param most the highest, likewise
 */
public record PriceRange(Map<String, BigDecimal> least, Map<String, BigDecimal> most) {

    /** A channel that says nothing. */
    public static final PriceRange UNSAID = new PriceRange(null, null);

    /** Stands for the currencies that are not named. */
    public static final String ANY = "any";

    public PriceRange {
        least = said(least);
        most = said(most);
    }

    /** The lowest price in a currency; null when the channel names none. */
    public @Nullable BigDecimal least(String currency) {
        return least.getOrDefault(currency, least.get(ANY));
    }

    /** The highest price in a currency; null when the channel names none. */
    public @Nullable BigDecimal most(String currency) {
        return most.getOrDefault(currency, most.get(ANY));
    }

    /** An amount that is a setting nobody set is none. */
    private static Map<String, BigDecimal> said(@Nullable Map<String, BigDecimal> amounts) {
        Map<String, BigDecimal> said = new HashMap<>();
        if (amounts != null) {
            said.putAll(amounts);
            said.values().removeIf(amount -> amount == null);
        }
        return Map.copyOf(said);
    }
}
