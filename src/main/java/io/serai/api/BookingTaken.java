package io.serai.api;

import io.serai.channel.Amount;
import io.serai.reservation.detail.BookingDetail;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a booking: without people, since it may be kept to be answered again.
 *
 * @param id its key
 * @param number what the guest is told
 * @param version how many revisions it had
 */
public record BookingTaken(
        String id,
        String number,
        String status,
        int version,
        @Nullable LocalDate arrival,
        @Nullable LocalDate departure,
        @Nullable String currency,
        @Nullable Amount total) {

    static Answer answer(int status, BookingDetail booking) {
        return new Answer(
                status,
                new BookingTaken(
                        booking.id(),
                        booking.number(),
                        booking.status(),
                        booking.version(),
                        booking.arrival(),
                        booking.departure(),
                        booking.currency(),
                        booking.total()),
                Integer.toString(booking.version()));
    }
}
