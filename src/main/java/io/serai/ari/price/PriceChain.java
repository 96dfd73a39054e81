package io.serai.ari.price;

import io.serai.ari.Field;
import io.serai.ari.RateNight;
import io.serai.ari.Steps;
import java.util.List;

/**
 * Makes the night that guests see from what was written: a pure function. A plan's price is what
 * was written for it, or its parent's result with an offset; then come rules in their order, floor
 * and ceiling, and rounding. A price that a person set is final.
 */
public final class PriceChain {

    private final PriceRules rules;
    private final PlanPrices prices;

    public PriceChain(PriceRules rules, PriceOwner owner) {
        this.rules = rules;
        this.prices = new PlanPrices(rules, owner);
    }

    /**
     * The resulting night of a product. One whose price would come from a product that is not there
     * is closed, and so is a night outside the plan's valid dates; a derived product of which
     * nobody wrote anything has nothing of its own.
     *
     * @param line what was written for the product, its parent, that one's parent, and so on
     * @param context of the product
     * @param steps hears how each price comes to be, the uppermost plan first
     */
    public RateNight night(List<WrittenNight> line, NightContext context, Steps steps) {
        return night(line, 0, context, steps);
    }

    private RateNight night(List<WrittenNight> line, int level, NightContext context, Steps steps) {
        PricedProduct product = context.product();
        RatePlan plan = product.plan();
        WrittenNight own = line.get(level);
        if (product.orphaned()) {
            steps.plan(plan.code());
            return RateNight.UNWRITTEN;
        }
        PricedProduct parent = product.parent();
        if (parent == null) {
            return plain(own, context, steps);
        }
        RateNight above = night(line, level + 1, context.of(parent), steps);
        steps.plan(plan.code());
        return new RateNight(
                own.written() && own.closed()
                        || above.closed() && plan.inherits().contains(Field.CLOSED)
                        || !plan.valid(context.night()),
                plan.inherits().contains(Field.CTA) ? above.cta() : own.cta(),
                plan.inherits().contains(Field.CTD) ? above.ctd() : own.ctd(),
                pick(plan, Field.MIN_THROUGH, above.minThrough(), own.minThrough()),
                pick(plan, Field.MAX_THROUGH, above.maxThrough(), own.maxThrough()),
                pick(plan, Field.MIN_ARRIVAL, above.minArrival(), own.minArrival()),
                pick(plan, Field.MAX_ARRIVAL, above.maxArrival(), own.maxArrival()),
                prices.derived(above.prices(), own, context, steps));
    }

    private static int pick(RatePlan plan, Field field, int above, int own) {
        return plan.inherits().contains(field) ? above : own;
    }

    private RateNight plain(WrittenNight own, NightContext context, Steps steps) {
        RatePlan plan = context.product().plan();
        steps.plan(plan.code());
        boolean asWritten =
                own.handPrices().length == 0
                        && plan.rounding().equals(Rounding.NONE)
                        && !steps.listens()
                        && !rules.concern(context.product());
        return new RateNight(
                own.closed() || !plan.valid(context.night()),
                own.cta(),
                own.ctd(),
                own.minThrough(),
                own.maxThrough(),
                own.minArrival(),
                own.maxArrival(),
                asWritten ? PlanPrices.sold(own.prices()) : prices.own(own, context, steps));
    }
}
