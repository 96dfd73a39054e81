package io.serai.reservation;

import io.serai.delivery.HeldBehind;
import io.serai.delivery.ParkedBookings;
import io.serai.delivery.ParkedMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which messages of a booking wait for earlier ones of it that are parked: those that name no
 * hotel, which only an earlier one knows.
 */
@Component
class BookingOrder {

    private final Reservations reservations;
    private final ParkedBookings parked;

    BookingOrder(Reservations reservations, ParkedBookings parked) {
        this.reservations = reservations;
        this.parked = parked;
    }

    /**
     * Refuses a message without a hotel while the one that names it is parked.
     *
     * @param replayed the message where it was parked itself
     * @throws HeldBehind if it has to wait
     */
    void demandHotel(
            long accountId,
            IncomingReservation reservation,
            String kind,
            @Nullable ParkedMessage replayed) {
        if (reservation.hotel() != null || reservations.isPlaced(accountId, reservation.number())) {
            return;
        }
        parked.earlier(
                        accountId,
                        reservation.number(),
                        key(accountId, reservation.number(), null, kind),
                        replayed)
                .ifPresent(
                        earlier -> {
                            throw new HeldBehind("hotel: none", earlier);
                        });
    }

    /**
     * What a message is parked under; one that names no hotel takes the place of none that does.
     */
    static String key(
            long accountId, String number, @Nullable String hotel, @Nullable String kind) {
        return accountId + "/" + number + (hotel == null || hotel.isBlank() ? "/" + kind : "");
    }
}
