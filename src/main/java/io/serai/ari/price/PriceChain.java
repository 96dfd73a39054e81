package io.serai.ari.price;

import io.serai.ari.Cell;
import io.serai.ari.RateNight;
import io.serai.ari.Steps;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Makes the night that guests see from what was written: a pure function. The order is: what was
 * written, rules in their order, floor and ceiling, rounding.
 */
public final class PriceChain {

    private final PriceRules rules;

    public PriceChain(PriceRules rules) {
        this.rules = rules;
    }

    /**
     * The resulting night of a product.
     *
     * @param steps hears how each price comes to be
     */
    public RateNight night(WrittenNight written, NightContext context, Steps steps) {
        return new RateNight(
                written.closed(),
                written.cta(),
                written.ctd(),
                written.minThrough(),
                written.maxThrough(),
                written.minArrival(),
                written.maxArrival(),
                prices(written.prices(), context, steps));
    }

    private long[] prices(long[] written, NightContext context, Steps steps) {
        if (!rules.concern(context.product())) {
            return written;
        }
        long[] prices = written.clone();
        for (int position = 0; position < prices.length; position++) {
            if (prices[position] != Cell.NONE) {
                BigDecimal price = BigDecimal.valueOf(prices[position]);
                prices[position] =
                        rules.apply(price, position, context, steps)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact();
            }
        }
        return prices;
    }
}
