package io.serai.hotel.plan;

import java.util.Map;

/**
 * Floor and ceiling of a plan's prices.
 *
 * @param own for all room types that have none of their own
 * @param products of the plan as sold for a room type, by that one's key; in the order of the keys
 */
public record PlanLimits(Limits own, Map<Integer, Limits> products) {

    /** None at all. */
    public static final PlanLimits NONE = new PlanLimits(Limits.NONE, Map.of());

    /** Those that count as sold for a room type alone, be it none. */
    public Limits of(int roomType) {
        return products.getOrDefault(roomType, Limits.NONE);
    }
}
