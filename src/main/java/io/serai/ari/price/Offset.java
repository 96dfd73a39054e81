package io.serai.ari.price;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a derived plan lays on its parent's price: first the percent, then the amount.
 *
 * @param percent of the parent's price; -10 takes a tenth off; null: none
 * @param amount minor units a night; negative takes off
 */
public record Offset(@Nullable BigDecimal percent, long amount) {

    /** The parent's price as it is. */
    public static final Offset NOTHING = new Offset(null, 0);

    /**
     * The exact price after it.
     *
     * @param price of the parent, in minor units
     * @param nights that the price is for
     */
    BigDecimal on(BigDecimal price, int nights) {
        BigDecimal percented =
                percent == null ? price : price.add(price.multiply(percent).movePointLeft(2));
        return amount == 0 ? percented : percented.add(BigDecimal.valueOf(amount * nights));
    }
}
