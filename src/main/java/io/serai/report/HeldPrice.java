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
        HeldPlaces places = HeldPlaces.of(pricing, guests);
        if (places == null) {
            return BY_STAY;
        }
        HeldPrice base = at(places, held, places.base(), unknown, currency);
        if (places.more() == null || base.amount == null) {
            return base;
        }
        HeldPrice more = at(places, held, places.more(), unknown, currency);
        return more.amount == null ? more : new HeldPrice(base.amount.add(more.amount), null);
    }

    private static HeldPrice at(
            HeldPlaces places,
            IntFunction<@Nullable Long> held,
            int position,
            int unknown,
            Currency currency) {
        if ((unknown & places.layout().bit(position)) != 0) {
            return UNKNOWN;
        }
        Long minor = held.apply(position);
        return minor == null
                ? NOT_TOLD
                : new HeldPrice(
                        BigDecimal.valueOf(
                                minor * places.times(),
                                Math.max(currency.getDefaultFractionDigits(), 0)),
                        null);
    }
}
