package io.serai.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a channel holds of a rate on a night.
 *
 * @param rate of which channel and product
 * @param price of a night for the guests that were asked about; null: none, or it is not known
 * @param why there is no price to compare; null: there is one
 * @param priceFrom where the price is known from
 * @param priceAt when that was
 * @param rooms that it sells; null: not known
 * @param sold whether it sells the rate on that night; null: not known
 * @param from where rooms and closures are known from
 * @param seen when that was
 */
record HeldLine(
        HeldRate rate,
        LocalDate night,
        @Nullable BigDecimal price,
        @Nullable String why,
        Source priceFrom,
        @Nullable Instant priceAt,
        @Nullable Integer rooms,
        @Nullable Boolean sold,
        @Nullable Integer leastStay,
        Source from,
        @Nullable Instant seen) {

    /** Where a value is known from. */
    enum Source {
        /** The channel showed it, and it has not been told another since. */
        READ_BACK("read-back"),
        /** The channel accepted it. */
        ACCEPTED("accepted"),
        /** It is on its way, its answer is missing, or it was never told. */
        UNKNOWN("unknown");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Whether it is the same night of the same product. */
    boolean isBeside(HeldLine other) {
        return night.equals(other.night) && rate.isBeside(other.rate);
    }

    /** Whether it is known that guests can buy it, at a price that can be compared. */
    boolean isComparable() {
        return price != null && Boolean.TRUE.equals(sold);
    }

    /** Whether its price can be compared with another's. */
    boolean isComparable(HeldLine with) {
        return isComparable() && rate.currency().equals(with.rate.currency());
    }
}
