package io.serai.hotel.night;

import io.serai.ari.Pricing;
import org.jspecify.annotations.Nullable;

/**
 * What a hotel sells night by night: a room type, or a rate plan as sold for one.
 *
 * @param id its key
 * @param roomType the code of the room type
 * @param ratePlan the code of the rate plan; null for a room type itself
 * @param pricing how the rate plan's prices are laid out
 * @param longestStay the longest stay that it has prices for, by length of stay
 * @param guests how many guests the room type takes
 */
public record Sold(
        int id,
        String roomType,
        @Nullable String ratePlan,
        Pricing pricing,
        int longestStay,
        int guests) {

    /** Its codes, as one word. */
    String code() {
        return ratePlan == null ? roomType : roomType + '\n' + ratePlan;
    }

    /** Whether a night may have so many prices. */
    boolean takes(int prices) {
        return switch (pricing) {
            case OCCUPANCY -> prices >= 1 && prices <= guests;
            case LENGTH_OF_STAY ->
                    prices >= 1 && prices % longestStay == 0 && prices <= guests * longestStay;
            default -> prices == 1;
        };
    }

    /** How many prices a night has, in words. */
    String prices() {
        return switch (pricing) {
            case OCCUPANCY -> "1 to " + guests + " prices, for so many guests";
            case LENGTH_OF_STAY ->
                    longestStay
                            + " prices, for stays of so many nights, for each of 1 to "
                            + guests
                            + " guests";
            default -> "1 price";
        };
    }
}
