package io.serai.vault;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A card as it is, for the moment in which somebody needs it: it goes into no message, no log and
 * no table.
 *
 * @param number its digits
 * @param code the security code; null once it is gone, or where the channel gave none
 * @param expires the last day on which it can be charged; null where the channel did not say
 * @param holder as the channel told it; null where it did not
 */
public record ClearCard(
        String number,
        @Nullable String code,
        @Nullable LocalDate expires,
        @Nullable String holder) {

    @Override
    public String toString() {
        return "card";
    }
}
