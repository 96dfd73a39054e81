package io.serai.ari.price;

import io.serai.ari.Steps;
import java.math.BigDecimal;

/** A hotel's price rules with their floor and ceiling, in the order in which they apply. */
public interface PriceRules {

    /** No rule. */
    PriceRules NONE =
            new PriceRules() {
                @Override
                public boolean concern(PricedProduct product) {
                    return false;
                }

                @Override
                public BigDecimal apply(
                        BigDecimal price, int position, NightContext context, Steps steps) {
                    return price;
                }
            };

    /** Whether a price of the product may change on some night; asked once a product and night. */
    boolean concern(PricedProduct product);

    /**
     * The exact price after all rules that apply, within floor and ceiling; not rounded.
     *
     * @param price exact, in minor units of the hotel's currency
     * @param position where it lies in the night's prices, by the plan's pricing
     * @param steps hears of each rule that changed something
     */
    BigDecimal apply(BigDecimal price, int position, NightContext context, Steps steps);

    /** A rounded price within floor and ceiling: where rounding steps past one, that itself. */
    default BigDecimal limit(BigDecimal rounded, int position, NightContext context, Steps steps) {
        return rounded;
    }
}
