package io.serai.sandbox.booking;

import java.time.LocalDate;

/**
 * What there is to pay of a booking.
 *
 * @param virtual whether the channel pays by a virtual card; else the guest pays at the hotel
 * @param total in minor units; of a cancelled one its fee
 */
public record PaidBooking(
        long id,
        long hotel,
        boolean cancelled,
        boolean virtual,
        long total,
        LocalDate arrival,
        LocalDate departure) {

    static PaidBooking of(Booking booking) {
        var fee = booking.fee();
        return new PaidBooking(
                booking.id(),
                booking.hotel(),
                booking.cancelled(),
                booking.vcc(),
                booking.cancelled() ? fee == null ? 0 : fee : booking.total(),
                booking.stays().stream().map(Stay::arrival).min(LocalDate::compareTo).orElseThrow(),
                booking.stays().stream()
                        .map(Stay::departure)
                        .max(LocalDate::compareTo)
                        .orElseThrow());
    }
}
