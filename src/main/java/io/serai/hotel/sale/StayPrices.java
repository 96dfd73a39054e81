package io.serai.hotel.sale;

import io.serai.ari.Cell;
import io.serai.ari.RateNight;
import io.serai.ari.price.RatePlan;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The prices of a stay, a night at a time, from the nights as guests see them. Where a number of
 * guests has no price, the one for the next larger number that has one counts, as at channels.
 */
final class StayPrices {

    private StayPrices() {}

    /**
     * Minor units by night; {@link Cell#NONE} where there is no price.
     *
     * @param nights of the stay, in order
     */
    static long[] of(RatePlan plan, List<RateNight> nights, int guests) {
        return switch (plan.pricing()) {
            case PER_DAY -> each(nights, night -> at(night, 0));
            case PER_PERSON -> each(nights, night -> times(at(night, 0), guests));
            case OCCUPANCY -> each(nights, night -> from(night, guests - 1, 1));
            case LENGTH_OF_STAY -> ofStay(plan, nights, guests);
            default ->
                    throw new IllegalStateException(
                            plan.code() + ": " + plan.pricing() + " (expected: a hotel's pricing)");
        };
    }

    /** One price for the whole stay, at its arrival; what does not divide is on the first night. */
    private static long[] ofStay(RatePlan plan, List<RateNight> nights, int guests) {
        var prices = new long[nights.size()];
        var length = nights.size();
        var total =
                length > plan.longestStay()
                        ? Cell.NONE
                        : from(
                                nights.get(0),
                                (guests - 1) * plan.longestStay() + length - 1,
                                plan.longestStay());
        Arrays.fill(prices, total == Cell.NONE ? Cell.NONE : total / length);
        if (total != Cell.NONE) {
            prices[0] += total % length;
        }
        return prices;
    }

    private static long[] each(List<RateNight> nights, ToLongFunction<RateNight> price) {
        return nights.stream().mapToLong(price).toArray();
    }

    private static long times(long price, int guests) {
        return price == Cell.NONE || price > Long.MAX_VALUE / guests ? Cell.NONE : price * guests;
    }

    private static long from(RateNight night, int first, int step) {
        for (int position = first; position < night.prices().length; position += step) {
            if (night.prices()[position] != Cell.NONE) {
                return night.prices()[position];
            }
        }
        return Cell.NONE;
    }

    private static long at(RateNight night, int position) {
        return position < night.prices().length ? night.prices()[position] : Cell.NONE;
    }
}
