package io.serai.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What rooms earned.
 *
 * @param booked bookings in the line's currency
 * @param sold room nights that were sold in hotels of the line's currency, in whatever currency
 *     they were booked
 * @param available room nights that those hotels had to sell; null where the line is not by night,
 *     or no hotel has its currency
 */
record Earned(Figures booked, long sold, @Nullable Long available, PickedUp pickedUp) {

    static final Earned NOTHING = new Earned(Figures.NONE, 0, null, PickedUp.NONE);

    static Earned of(Figures booked) {
        return new Earned(booked, 0, null, PickedUp.NONE);
    }

    static Earned of(PickedUp pickedUp) {
        return new Earned(Figures.NONE, 0, null, pickedUp);
    }

    static Earned sold(long nights) {
        return new Earned(Figures.NONE, nights, null, PickedUp.NONE);
    }

    static Earned available(long rooms) {
        return new Earned(Figures.NONE, 0, rooms, PickedUp.NONE);
    }

    Earned plus(Earned other) {
        return new Earned(
                booked.plus(other.booked),
                sold + other.sold,
                both(available, other.available),
                pickedUp.plus(other.pickedUp));
    }

    private static @Nullable Long both(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one + other;
    }

    @Nullable BigDecimal occupancy() {
        return available == null ? null : Measure.percentOf(sold, available);
    }

    @Nullable BigDecimal revpar() {
        return available == null
                ? null
                : Measure.ratio(booked.kept().revenue(), BigDecimal.valueOf(available));
    }
}
