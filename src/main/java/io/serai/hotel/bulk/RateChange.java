package io.serai.hotel.bulk;

import io.serai.hotel.night.NightField;
import io.serai.hotel.night.NightValue;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What prices and restrictions are to become.
 *
 * @param price what becomes of prices: of the night's own, or of those that are copied
 * @param set restrictions that become a value
 * @param copyFrom the night whose prices the first one gets, the night after it for the second, and
 *     so on; null: nothing is copied
 * @param withRestrictions whether restrictions are copied too
 */
public record RateChange(
        PriceMove price,
        Map<NightField, NightValue> set,
        @Nullable LocalDate copyFrom,
        boolean withRestrictions) {

    /** Whether it changes nothing whatever the nights are. */
    boolean isNothing() {
        return price.isNone() && set.isEmpty() && copyFrom == null;
    }
}
