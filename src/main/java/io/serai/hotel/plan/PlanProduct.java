package io.serai.hotel.plan;

import io.serai.hotel.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A room type that a plan is sold for.
 *
 * @param id the product's key; 0 while it is not stored
 * @param roomType the room type's key
 * @param usual prices in minor units of nights that come newly into the horizon; null elements
 *     where not sold; null: there are none
 */
public record PlanProduct(int id, int roomType, @Nullable List<@Nullable Long> usual) {

    /**
     * A usual price in minor units.
     *
     * @param text as 133.50
     * @throws PlanRefused where it is no price in the currency
     */
    public static long price(String text, String currency) {
        int digits = Money.digits(currency);
        BigDecimal price =
                text.matches("[0-9]{1,9}([.][0-9]{1,4})?")
                        ? new BigDecimal(text).stripTrailingZeros()
                        : BigDecimal.ZERO;
        if (price.signum() == 0 || price.scale() > digits) {
            throw PlanRefused.of(
                    "products.usualPrices",
                    "'" + text + "'",
                    "amounts above 0 in "
                            + currency
                            + " as "
                            + Money.entered(13350, currency)
                            + ", or null where it is not sold so");
        }
        return price.movePointRight(digits).longValueExact();
    }
}
