package io.serai.ari.price;

import io.serai.ari.PriceStep;
import io.serai.ari.Steps;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rules of a hotel, one after the other, then floor and ceiling. */
public final class HotelRules implements PriceRules {

    private final List<PriceRule> rules;
    private final Map<Integer, PriceLimits> limits;
    private final Map<Integer, List<PriceRule>> byProduct = new ConcurrentHashMap<>();

    /**
     * @param rules those that are switched on, in their order
     * @param limits floor and ceiling by product; products without any need not be there
     */
    public HotelRules(List<PriceRule> rules, Map<Integer, PriceLimits> limits) {
        this.rules = List.copyOf(rules);
        this.limits = Map.copyOf(limits);
    }

    @Override
    public boolean concern(PricedProduct product) {
        return !rules(product).isEmpty() || limits.containsKey(product.id());
    }

    @Override
    public BigDecimal apply(BigDecimal price, int position, NightContext context, Steps steps) {
        PricedProduct product = context.product();
        int nights = product.plan().nights(position);
        BigDecimal running = price;
        for (PriceRule rule : rules(product)) {
            if (rule.when().holds(context, nights)) {
                BigDecimal after = rule.effect().on(running, price, nights);
                if (steps.listens()) {
                    steps.step(
                            position,
                            new PriceStep(PriceStep.Kind.RULE, rule.name(), running, after));
                }
                running = after;
                if (rule.stops()) {
                    break;
                }
            }
        }
        return limit(running, position, context, steps);
    }

    @Override
    public BigDecimal limit(BigDecimal price, int position, NightContext context, Steps steps) {
        PricedProduct product = context.product();
        return limits.getOrDefault(product.id(), PriceLimits.NONE)
                .keep(price, product.plan().nights(position), position, steps);
    }

    private List<PriceRule> rules(PricedProduct product) {
        return byProduct.computeIfAbsent(
                product.id(), id -> rules.stream().filter(rule -> rule.concerns(product)).toList());
    }
}
