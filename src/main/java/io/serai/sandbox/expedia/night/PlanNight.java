package io.serai.sandbox.expedia.night;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A night of a rate plan; null was never told.
 *
 * @param plan the plan's id without suffix
 * @param rates the first for one guest or one night, or the only one
 * @param rateChange whether the rate changes on this night although priced by day of arrival
 */
public record PlanNight(
        String plan,
        LocalDate night,
        List<@Nullable BigDecimal> rates,
        @Nullable Boolean closed,
        @Nullable Integer minLos,
        @Nullable Integer maxLos,
        @Nullable Boolean cta,
        @Nullable Boolean ctd,
        @Nullable Boolean rateChange) {

    /** The rate for so many guests or nights, from 1 up; null where there is none. */
    public @Nullable BigDecimal rate(int number) {
        return number < 1 || number > rates.size() ? null : rates.get(number - 1);
    }
}
