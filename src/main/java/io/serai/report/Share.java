package io.serai.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a channel brought, beside what all brought.
 *
 * @param all bookings of all channels, in whatever currency
 * @param purse bookings of all channels in the line's currency
 */
record Share(Figures own, Figures all, Figures purse) {

    static final Share NOTHING = new Share(Figures.NONE, Figures.NONE, Figures.NONE);

    @Nullable BigDecimal ofBookings() {
        return Measure.percentOf(own.kept().bookings(), all.kept().bookings());
    }

    @Nullable BigDecimal ofNights() {
        return Measure.percentOf(own.kept().nights(), all.kept().nights());
    }

    @Nullable BigDecimal ofRevenue() {
        return Measure.percentOf(own.kept().revenue(), purse.kept().revenue());
    }

    /** What is left of the value of its bookings, as far as its commission is known. */
    BigDecimal net() {
        return own.kept().value().subtract(own.kept().commission());
    }
}
