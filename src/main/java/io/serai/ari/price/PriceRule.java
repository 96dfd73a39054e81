package io.serai.ari.price;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule that changes prices on some nights.
 *
 * @param name as the hotel calls it
 * @param plans keys of the rate plans it is for; null: all that have no parent. A derived plan is
 *     reached by its parent's price, and by the rule itself only where it is named here
 * @param roomTypes keys of the room types it is for; null: all
 * @param when the nights and stays it is for
 * @param effect what it does
 * @param stops whether no later rule is looked at where it applied
 */
public record PriceRule(
        String name,
        @Nullable Set<Integer> plans,
        @Nullable Set<Integer> roomTypes,
        RuleWhen when,
        RuleEffect effect,
        boolean stops) {

    boolean concerns(PricedProduct product) {
        RatePlan plan = product.plan();
        return (plans == null ? !plan.derived() : plans.contains(plan.id()))
                && (roomTypes == null || roomTypes.contains(product.roomType()));
    }
}
