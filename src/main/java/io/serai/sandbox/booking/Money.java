package io.serai.sandbox.booking;

import io.serai.sandbox.property.Hotel;
import org.jspecify.annotations.Nullable;

/** Amounts as reservation messages write them: whole numbers beside their decimal places. */
final class Money {

    /** Percent of the price that the channel keeps. */
    private static final long COMMISSION = 15;

    private Money() {}

    static @Nullable Object[] afterTax(long amount, Hotel hotel) {
        return of("AmountAfterTax", amount, hotel);
    }

    static @Nullable Object[] commission(long amount, Hotel hotel) {
        return of("Amount", (amount * COMMISSION + 50) / 100, hotel);
    }

    private static @Nullable Object[] of(String name, long amount, Hotel hotel) {
        return new Object[] {
            name, amount, "DecimalPlaces", hotel.decimals(), "CurrencyCode", hotel.currency()
        };
    }
}
