package io.serai.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would change, had a hotel other price rules.
 *
 * @param nights how many nights of products in all
 * @param products how many products
 * @param next the offset of the next part; null after the last
 */
record TrialView(
        LocalDate from,
        LocalDate to,
        int nights,
        int products,
        @Nullable Integer next,
        List<Change> changes) {

    /**
     * A night that would cost something else; prices as the plan lays them out, null where it is
     * not sold.
     */
    record Change(
            String product,
            String roomType,
            String ratePlan,
            LocalDate night,
            List<@Nullable String> before,
            List<@Nullable String> after) {}
}
