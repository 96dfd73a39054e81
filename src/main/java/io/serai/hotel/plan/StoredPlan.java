package io.serai.hotel.plan;

import java.util.List;

/**
 * A rate plan of a hotel.
 *
 * @param id its key
 * @param content what it says
 * @param products the room types that it is sold for
 * @param limits what rules leave of its prices
 */
public record StoredPlan(
        int id, PlanContent content, List<PlanProduct> products, PlanLimits limits) {

    /** Whether it is sold for a room type. */
    public boolean isSoldFor(int roomType) {
        return products.stream().anyMatch(product -> product.roomType() == roomType);
    }

    /** What it is sold for, as another plan would be that has no prices yet. */
    public List<PlanProduct> withoutPrices() {
        return products.stream()
                .map(product -> new PlanProduct(0, product.roomType(), null))
                .toList();
    }
}
