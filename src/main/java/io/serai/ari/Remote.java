package io.serai.ari;

import org.jspecify.annotations.Nullable;

/**
 * One of a channel's own rooms or rates and what it is in the hotel.
 *
 * @param id its key in {@code ota_rate_plans}
 * @param room the channel's id of the room
 * @param rate the channel's id of the rate; null for the room itself
 * @param source the room type or product whose nights it shows
 * @param inherits derived or read-only at the channel: nothing is sent to it
 * @param plan how the hotel prices the rate plan
 * @param pricing how the channel takes the price
 * @param guests the most guests a price is told for
 * @param longestStay nights of the longest stay that is priced
 * @param allotment how many of the rooms left it gets; of no meaning for a rate
 */
public record Remote(
        int id,
        String room,
        @Nullable String rate,
        int source,
        boolean inherits,
        Pricing plan,
        Pricing pricing,
        int guests,
        int longestStay,
        Allotment allotment) {

    /** One that gets all that is left. */
    public Remote(
            int id,
            String room,
            @Nullable String rate,
            int source,
            boolean inherits,
            Pricing plan,
            Pricing pricing,
            int guests,
            int longestStay) {
        this(id, room, rate, source, inherits, plan, pricing, guests, longestStay, Allotment.ALL);
    }

    /** Whether it is a room type rather than a rate. */
    public boolean isRoom() {
        return rate == null;
    }

    /** Where its prices lie. */
    public PriceLayout layout() {
        return pricing.layout();
    }

    /** How many prices a night of it has. */
    public int prices() {
        if (isRoom()) {
            return 0;
        }
        return switch (pricing) {
            case PER_DAY, PER_PERSON -> 1;
            case OCCUPANCY -> guests;
            case DERIVED -> guests + 1;
            case LENGTH_OF_STAY -> guests * longestStay;
            case LENGTH_OF_STAY_PER_DAY -> longestStay;
        };
    }
}
