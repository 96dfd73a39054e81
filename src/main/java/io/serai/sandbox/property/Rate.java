package io.serai.sandbox.property;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A rate as sold for one room type.
 *
 * @param parent the rate of the same room that it follows; null when it stands by itself
 * @param discount percent off the parent's price
 */
public record Rate(
        long id,
        String name,
        int maxPersons,
        boolean readonly,
        Pricing pricing,
        @Nullable Long parent,
        BigDecimal discount,
        boolean inheritsPrice,
        boolean inheritsRestrictions) {

    public boolean child() {
        return parent != null;
    }
}
