package io.serai.sandbox.expedia.property;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rate plan of one room type.
 *
 * @param id without the suffix of Hotel Collect
 * @param parent the plan of the same room type that it follows; null when it stands by itself
 * @param linked of a plan that follows another: whether rates and limits sent for it are ignored
 *     with a warning; else they are refused
 * @param discount percent off the parent's rate
 * @param baseGuests how many guests a rate per day is for
 * @param extraGuest what a guest above those, or above the most that has a rate, pays a night
 * @param leastRate rates below are not taken; null: no threshold
 * @param mostRate rates above are not taken; null: no threshold
 * @param leastLos the shortest stay where none was told
 * @param mostLos the longest stay where none was told
 * @param details a JSON object with what only the JSON faces know
 */
public record RatePlan(
        String id,
        String name,
        PricingModel pricing,
        Set<Collect> collects,
        boolean active,
        @Nullable String parent,
        boolean linked,
        BigDecimal discount,
        int baseGuests,
        BigDecimal extraGuest,
        @Nullable BigDecimal leastRate,
        @Nullable BigDecimal mostRate,
        int leastLos,
        int mostLos,
        @JsonIgnore String details) {

    public boolean derived() {
        return parent != null;
    }
}
