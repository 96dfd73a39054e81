package io.serai.ari.price;

import io.serai.ari.Field;
import io.serai.ari.Pricing;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rate plan of a hotel: with prices of its own, or derived from another plan.
 *
 * @param id its key
 * @param code as the hotel calls it
 * @param pricing how its prices are made up
 * @param longestStay nights of the longest stay that is priced; 1 unless priced by length of stay
 * @param offset what it lays on its parent's price; null: it is not derived
 * @param rounding to what its prices are rounded
 * @param inherits what a derived plan takes from its parent
 * @param validFrom the first stay date it is sold for, in days since 1970-01-01
 * @param validTo the last
 */
public record RatePlan(
        int id,
        String code,
        Pricing pricing,
        int longestStay,
        @Nullable Offset offset,
        Rounding rounding,
        Set<Field> inherits,
        int validFrom,
        int validTo) {

    public RatePlan {
        inherits = Set.copyOf(inherits);
    }

    /** A plan with prices of its own, always valid, that rounds to the minor unit. */
    public RatePlan(int id, String code, Pricing pricing, int longestStay) {
        this(
                id,
                code,
                pricing,
                longestStay,
                null,
                Rounding.NONE,
                Set.of(),
                Integer.MIN_VALUE,
                Integer.MAX_VALUE);
    }

    /** Whether its prices are made from those of another plan. */
    public boolean derived() {
        return offset != null;
    }

    /** Whether it is sold for a stay date, in days since 1970-01-01. */
    public boolean valid(int night) {
        return night >= validFrom && night <= validTo;
    }

    /** How many nights the price at a position is for. */
    int nights(int position) {
        return pricing == Pricing.LENGTH_OF_STAY ? position % longestStay + 1 : 1;
    }
}
