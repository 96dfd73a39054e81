package io.serai.hotel.plan;

import io.serai.hotel.Money;
import org.jspecify.annotations.Nullable;

/**
 * The least and the most that rules leave of a night's price, in minor units.
 *
 * @param floor null: none
 * @param ceiling null: none
 */
public record Limits(@Nullable Long floor, @Nullable Long ceiling) {

    /** None. */
    public static final Limits NONE = new Limits(null, null);

    /** Whether some price can keep both. */
    public boolean isInOrder() {
        return floor == null || ceiling == null || floor <= ceiling;
    }

    /**
     * Themselves, where they can be meant.
     *
     * @param of what the names of the fields end with, as -12
     * @param currency of the hotel
     * @throws PlanRefused naming the field that cannot
     */
    public Limits meant(String of, String currency) {
        above("floor" + of, floor, currency);
        above("ceiling" + of, ceiling, currency);
        if (!isInOrder()) {
            throw PlanRefused.of(
                    "ceiling" + of,
                    said(ceiling, currency),
                    "the floor or more, as " + Money.entered(floor, currency) + " " + currency);
        }
        return this;
    }

    private static void above(String field, @Nullable Long limit, String currency) {
        if (limit != null && limit <= 0) {
            throw PlanRefused.of(field, said(limit, currency), "an amount above 0 in " + currency);
        }
    }

    private static String said(long limit, String currency) {
        return "'" + Money.entered(limit, currency) + "'";
    }
}
