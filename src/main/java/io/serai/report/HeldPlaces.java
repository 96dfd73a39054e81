package io.serai.report;

import io.serai.ari.PriceLayout;
import io.serai.ari.Pricing;
import org.jspecify.annotations.Nullable;

/**
 * Where the price of one night for some guests lies among those that a channel holds.
 *
 * @param base the position of the price
 * @param more the position of what is added to it; null: nothing is
 * @param times how often it is taken
 */
record HeldPlaces(PriceLayout layout, int base, @Nullable Integer more, int times) {

    /** Null where prices are told by length of stay. */
    static @Nullable HeldPlaces of(Pricing pricing, int guests) {
        return switch (pricing) {
            case PER_DAY -> new HeldPlaces(PriceLayout.ROOM, 0, null, 1);
            case PER_PERSON -> new HeldPlaces(PriceLayout.ROOM, 0, null, guests);
            case OCCUPANCY -> new HeldPlaces(PriceLayout.OCCUPANCY, guests - 1, null, 1);
            case DERIVED -> new HeldPlaces(PriceLayout.OFFSETS, 0, guests, 1);
            case LENGTH_OF_STAY, LENGTH_OF_STAY_PER_DAY -> null;
        };
    }
}
