package io.serai.sandbox.expedia.booking;

import io.serai.sandbox.expedia.property.Delivery;
import io.serai.sandbox.expedia.property.Hotel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How long Expedia waits for the hotel's confirmation before it sends an e-mail.
 *
 * @param sameDay of an arrival on the day itself, in the hotel's time zone, to be retrieved
 * @param nextDay of an arrival on the next day
 * @param later of any other
 * @param pushed of what is sent to the hotel
 */
public record Expiry(Duration sameDay, Duration nextDay, Duration later, Duration pushed) {

    Instant of(Hotel hotel, Delivery way, LocalDate arrival, Instant created) {
        if (way != Delivery.RETRIEVAL) {
            return created.plus(pushed);
        }
        var today = LocalDate.ofInstant(created, hotel.timeZone());
        if (!arrival.isAfter(today)) {
            return created.plus(sameDay);
        }
        return created.plus(arrival.equals(today.plusDays(1)) ? nextDay : later);
    }
}
