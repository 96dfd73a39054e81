package io.serai.sandbox.guests;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one guest does, from the booking to the arrival.
 *
 * @param ref the guest's own name of the booking
 * @param roomType the name of the room type
 * @param ratePlan the name of the rate plan
 * @param arrival the first night
 * @param nights how many, 1 or more
 * @param adults in the room, 1 or more
 * @param children in the room
 * @param bookedOn the day of the booking, at the latest that of the arrival
 * @param changes how often it is changed before the arrival or the cancellation
 * @param cancelledOn the day it is cancelled; null: the guest comes
 * @param nightly what a night costs on average, in whole units of the hotel's currency
 */
public record BookingLife(
        String ref,
        String roomType,
        String ratePlan,
        LocalDate arrival,
        int nights,
        int adults,
        int children,
        LocalDate bookedOn,
        int changes,
        @Nullable LocalDate cancelledOn,
        BigDecimal nightly) {

    /** The night after the last. */
    public LocalDate departure() {
        return arrival.plusDays(nights);
    }

    public int persons() {
        return adults + children;
    }
}
