package io.serai.vault;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A card as it is, for the moment in which somebody needs it: it goes into no message, no log and
 * no table.
 *
 * @param number its digits
 * @param code the security code; null once it is gone, or where the channel gave none
 * @param expires the last day on which it can be charged; null where the channel did not say
 * @param printed the month that is printed on it, which for a virtual card may be another; null
 *     where the channel did not say
 * @param holder as the channel told it; null where it did not
 */
public record ClearCard(
        String number,
        @Nullable String code,
        @Nullable LocalDate expires,
        @Nullable YearMonth printed,
        @Nullable String holder) {

    @Override
    public String toString() {
        return "card";
    }
}
