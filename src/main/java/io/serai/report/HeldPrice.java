package io.serai.report;

import io.serai.ari.PriceLayout;
import io.serai.ari.Pricing;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The price of one night for some guests among those that a channel holds.
 *
 * @param amount null: there is none
 * @param why there is none; null: there is one
 */
record HeldPrice(@Nullable BigDecimal amount, @Nullable String why) {

    private static final HeldPrice BY_STAY = new HeldPrice(null, "by length of stay");
    private static final HeldPrice NOT_TOLD = new HeldPrice(null, "not told");
    private static final HeldPrice UNKNOWN = new HeldPrice(null, "not known");

    /**
     * Finds it.
     *
     * @param held minor units at each place that {@link PriceLayout} says; null where none was told
     * @param unknown the bits of what is not known
     */
    static HeldPrice of(
            Pricing pricing,
            IntFunction<@Nullable Long> held,
            int unknown,
            int guests,
            Currency currency) {
        return switch (pricing) {
            case PER_DAY -> at(PriceLayout.ROOM, held, 0, unknown, 1, currency);
            case PER_PERSON -> at(PriceLayout.ROOM, held, 0, unknown, guests, currency);
            case OCCUPANCY -> at(PriceLayout.OCCUPANCY, held, guests - 1, unknown, 1, currency);
            case DERIVED -> offset(held, unknown, guests, currency);
            case LENGTH_OF_STAY, LENGTH_OF_STAY_PER_DAY -> BY_STAY;
        };
    }

    private static HeldPrice offset(
            IntFunction<@Nullable Long> held, int unknown, int guests, Currency currency) {
        HeldPrice base = at(PriceLayout.OFFSETS, held, 0, unknown, 1, currency);
        HeldPrice more = at(PriceLayout.OFFSETS, held, guests, unknown, 1, currency);
        return base.amount == null || more.amount == null
                ? base.amount == null ? base : more
                : new HeldPrice(base.amount.add(more.amount), null);
    }

    private static HeldPrice at(
            PriceLayout layout,
            IntFunction<@Nullable Long> held,
            int position,
            int unknown,
            int times,
            Currency currency) {
        if ((unknown & layout.bit(position)) != 0) {
            return UNKNOWN;
        }
        Long minor = held.apply(position);
        return minor == null
                ? NOT_TOLD
                : new HeldPrice(
                        BigDecimal.valueOf(
                                minor * times, Math.max(currency.getDefaultFractionDigits(), 0)),
                        null);
    }
}
