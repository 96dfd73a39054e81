package io.serai.sandbox.ari;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A night of a rate in a room type; a stay limit of 0 is none.
 *
 * @param prices in minor units by number of persons, the first for one; null where none was told
 * @param minAdvance hours before the end of the arrival day, 0 for none
 */
public record RateNight(
        long room,
        long rate,
        LocalDate night,
        List<@Nullable Long> prices,
        boolean closed,
        int minThrough,
        int maxThrough,
        int minArrival,
        int maxArrival,
        int exactArrival,
        boolean cta,
        boolean ctd,
        int minAdvance,
        int maxAdvance) {

    /** The price for so many persons, null when none was told. */
    public @Nullable Long price(int persons) {
        return persons < 1 || persons > prices.size() ? null : prices.get(persons - 1);
    }
}
