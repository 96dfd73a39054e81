package io.serai.hotel.plan;

import io.serai.hotel.Money;
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
        @Nullable Integer policy) {

    /** How prices may be made up. */
    public static final List<String> PRICINGS =
            List.of("per-day", "per-person", "occupancy", "length-of-stay");

    /** What a derived plan may take from its parent. */
    public static final List<String> INHERITED =
            List.of(
                    "closed",
                    "cta",
                    "ctd",
                    "min-through",
                    "max-through",
                    "min-arrival",
                    "max-arrival");

    /** How a price is rounded to its step. */
    public static final List<String> MODES = List.of("nearest", "up", "down");

    /** Nights of the longest stay that a plan may have prices for. */
    public static final int LONGEST_STAY = 90;

    /** What may be laid on a parent's price. */
    public static final String PERCENT =
            "percent above -100 and at most 1000, with at most 4 decimals";

    private static final BigDecimal LEAST_PERCENT = new BigDecimal("-100");
    private static final BigDecimal MOST_PERCENT = new BigDecimal("1000");

    /**
     * One of which nobody said anything yet.
     *
     * @param parent the key of the plan that it is to be made from; null: it has its own prices
     * @param like what that plan says; null: there is none
     */
    public static PlanContent another(@Nullable Integer parent, @Nullable PlanContent like) {
        return new PlanContent(
                "",
                "",
                like == null ? PRICINGS.get(0) : like.pricing(),
                like == null ? 1 : like.longestStay(),
                like == null ? null : like.mealPlan(),
                parent,
                null,
                null,
                null,
                0,
                MODES.get(0),
                INHERITED,
                null,
                null,
                like == null ? null : like.policy());
    }

    /**
     * Itself, where it can be meant; that plans are priced alike and make no circle, the database
     * sees to.
     *
     * @param currency of the hotel, in which what was met is told
     * @throws PlanRefused naming the field
     */
    public PlanContent meant(String currency) {
        Named.demand(code, name);
        if (mealPlan != null) {
            Named.demandLength("mealPlan", mealPlan, Named.LONGEST_NAME);
        }
        if (parent == null && (percent != null || amount != null)) {
            throw PlanRefused.of(
                    "offset", "without a parent", "a parent whose price it is laid on");
        }
        if (percent != null
                && (percent.compareTo(LEAST_PERCENT) <= 0
                        || percent.compareTo(MOST_PERCENT) > 0
                        || percent.stripTrailingZeros().scale() > 4)) {
            throw PlanRefused.of(
                    "offset.percent", percent.stripTrailingZeros().toPlainString(), PERCENT);
        }
        if (step != null && step < 1) {
            throw PlanRefused.of(
                    "rounding.step", Money.entered(step, currency), "an amount above 0");
        }
        if (ending < 0 || ending > 0 && (step == null || ending >= step)) {
            throw PlanRefused.of(
                    "rounding.ending", Money.entered(ending, currency), "from 0 to below the step");
        }
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            throw PlanRefused.of("validTo", "'" + validTo + "'", validFrom + " or later");
        }
        return this;
    }
}
