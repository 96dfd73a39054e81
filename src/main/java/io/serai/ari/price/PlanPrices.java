package io.serai.ari.price;

import static io.serai.ari.PriceStep.Kind.DERIVED;
import static io.serai.ari.PriceStep.Kind.HAND;
import static io.serai.ari.PriceStep.Kind.ROUNDING;
import static io.serai.ari.PriceStep.Kind.SYSTEM;

import io.serai.ari.Cell;
import io.serai.ari.PriceStep;
import io.serai.ari.Steps;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one plan's night. What is not above 0, or beyond what can be counted, is not sold.
 */
final class PlanPrices {

    private static final int MOST_BITS = 62;

    private final PriceRules rules;
    private final PriceOwner owner;

    PlanPrices(PriceRules rules, PriceOwner owner) {
        this.rules = rules;
        this.owner = owner;
    }

    /** Those that nothing is to be made of: the very same where all are above 0. */
    static long[] sold(long[] prices) {
        for (long price : prices) {
            if (price <= 0 && price != Cell.NONE) {
                return Arrays.stream(prices).map(one -> one > 0 ? one : Cell.NONE).toArray();
            }
        }
        return prices;
    }

    /** Those of a plan that has its own: the system's or a person's, whoever's stand. */
    long[] own(WrittenNight own, NightContext context, Steps steps) {
        long[] prices = new long[Math.max(own.prices().length, own.handPrices().length)];
        for (int position = 0; position < prices.length; position++) {
            BigDecimal system = at(own.prices(), position);
            BigDecimal hand = at(own.handPrices(), position);
            boolean byHand = hand != null && (system == null || owner == PriceOwner.PERSON);
            if (byHand) {
                say(steps, position, SYSTEM, context, null, system);
                say(steps, position, HAND, context, system, hand);
            } else {
                say(steps, position, HAND, context, null, hand);
                say(steps, position, SYSTEM, context, hand, system);
            }
            prices[position] = minor(byHand ? hand : result(system, position, context, steps));
        }
        return prices;
    }

    /** Those of a derived plan; what a person set stands whoever's prices stand. */
    long[] derived(long[] above, WrittenNight own, NightContext context, Steps steps) {
        RatePlan plan = context.product().plan();
        Offset offset = Objects.requireNonNull(plan.offset(), "offset");
        long[] prices = new long[Math.max(above.length, own.handPrices().length)];
        for (int position = 0; position < prices.length; position++) {
            BigDecimal parents = at(above, position);
            BigDecimal hand = at(own.handPrices(), position);
            BigDecimal offered = parents == null ? null : offset.on(parents, plan.nights(position));
            say(steps, position, DERIVED, context, parents, offered);
            say(steps, position, HAND, context, offered, hand);
            prices[position] =
                    minor(hand != null ? hand : result(offered, position, context, steps));
        }
        return prices;
    }

    private @Nullable BigDecimal result(
            @Nullable BigDecimal base, int position, NightContext context, Steps steps) {
        PricedProduct product = context.product();
        boolean ruling = rules.concern(product);
        if (base == null || asWritten(product, ruling)) {
            return base;
        }
        BigDecimal ruled = ruling ? rules.apply(base, position, context, steps) : base;
        if (ruled.signum() <= 0) {
            return null;
        }
        BigDecimal rounded = product.plan().rounding().of(ruled);
        if (rounded.compareTo(ruled) != 0) {
            say(steps, position, ROUNDING, context, ruled, rounded);
        }
        return ruling ? rules.limit(rounded, position, context, steps) : rounded;
    }

    private static boolean asWritten(PricedProduct product, boolean ruling) {
        return !ruling
                && !product.plan().derived()
                && product.plan().rounding().equals(Rounding.NONE);
    }

    /** Says a step that has a value of its own. */
    private static void say(
            Steps steps,
            int position,
            PriceStep.Kind kind,
            NightContext context,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {
        if (after != null && steps.listens()) {
            steps.step(
                    position, new PriceStep(kind, context.product().plan().code(), before, after));
        }
    }

    private static @Nullable BigDecimal at(long[] prices, int position) {
        return position < prices.length && prices[position] != Cell.NONE
                ? BigDecimal.valueOf(prices[position])
                : null;
    }

    private static long minor(@Nullable BigDecimal price) {
        return price == null || price.signum() <= 0 || price.toBigInteger().bitLength() > MOST_BITS
                ? Cell.NONE
                : price.longValueExact();
    }
}
