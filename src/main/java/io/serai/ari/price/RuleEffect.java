package io.serai.ari.price;

import java.math.BigDecimal;

/**
 * What a rule does to a price.
 *
 * @param unit what the value counts
 * @param value added to the price; negative takes off
 * @param ofBase whether a percentage is one of the price before all rules, not of the price so far
 */
public record RuleEffect(Unit unit, BigDecimal value, boolean ofBase) {

    /** What a value counts. */
    public enum Unit {
        /** Hundredths of the price. */
        PERCENT,
        /** Minor units of the hotel's currency, for each night of a stay. */
        AMOUNT
    }

    /**
     * @param running the price so far
     * @param base the price before all rules
     * @param nights how many nights the price is for
     */
    BigDecimal on(BigDecimal running, BigDecimal base, int nights) {
        return running.add(
                switch (unit) {
                    case PERCENT -> (ofBase ? base : running).multiply(value).movePointLeft(2);
                    case AMOUNT -> value.multiply(BigDecimal.valueOf(nights));
                });
    }
}
