package io.serai.hotel.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rate plan says.
 *
 * @param code the hotel's own, unique there
 * @param name for people
 * @param pricing per-day, per-person, occupancy or length-of-stay
 * @param longestStay nights of the longest stay that is priced; 1 unless by length of stay
 * @param mealPlan what is included; null: nothing is said
 * @param parent the key of the plan that its prices are made from; null: it has its own
 * @param percent laid on the parent's price first; null: none
 * @param amount minor units a night, laid on next; null: none
 * @param step minor units that prices are rounded to; null: to the minor unit
 * @param ending minor units that are added to a multiple of the step
 * @param mode up, down or nearest
 * @param inherits names of the fields that it takes from its parent
 * @param validFrom the first stay date; null: no first one
 * @param validTo the last stay date; null: no last one
 * @param policy the key of its cancellation policy; null: none
 */
public record PlanContent(
        String code,
        String name,
        String pricing,
        int longestStay,
        @Nullable String mealPlan,
        @Nullable Integer parent,
        @Nullable BigDecimal percent,
        @Nullable Long amount,
        @Nullable Long step,
        long ending,
        String mode,
        List<String> inherits,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Integer policy) {}
