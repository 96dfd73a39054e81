package io.serai.ari.price;

import io.serai.ari.Field;
import org.jspecify.annotations.Nullable;

/**
 * A rate plan as sold for a room type.
 *
 * @param id its key
 * @param roomType the room type's key
 * @param plan the rate plan
 * @param parent the plan's parent as sold for the same room type; null where the plan is not
 *     derived, or its parent is not sold for the room type
 */
public record PricedProduct(int id, int roomType, RatePlan plan, @Nullable PricedProduct parent) {

    /** A product that is not derived. */
    public PricedProduct(int id, int roomType, RatePlan plan) {
        this(id, roomType, plan, null);
    }

    /** Whether its price would be made from one that there is not. */
    public boolean orphaned() {
        return plan.derived() && parent == null;
    }

    /** How many products its price is made from besides itself. */
    public int depth() {
        return parent == null ? 0 : parent.depth() + 1;
    }

    /** The product so many levels above it; null beyond the last. */
    public @Nullable PricedProduct above(int levels) {
        PricedProduct here = this;
        for (int level = 0; level < levels && here != null; level++) {
            here = here.parent;
        }
        return here;
    }

    /** The product that a restriction comes from: itself, or the nearest that does not inherit. */
    public PricedProduct source(Field field) {
        PricedProduct here = this;
        while (here.parent != null && here.plan.inherits().contains(field)) {
            here = here.parent;
        }
        return here;
    }
}
