package io.serai.reservation.direct;

import io.serai.channel.Amount;
import io.serai.hotel.sale.SoldHotel;
import io.serai.reservation.IncomingReservation;
import io.serai.reservation.IncomingReservation.Kind;
import io.serai.reservation.IncomingReservation.Night;
import io.serai.reservation.IncomingReservation.Room;
import io.serai.reservation.direct.Sale.Sold;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a booking of the hotel's own as the canonical reservation; rooms and plans by key. */
final class SaidBooking {

    private final SoldHotel hotel;
    private final BookingWish wish;
    private final List<Sold> rooms;

    SaidBooking(SoldHotel hotel, BookingWish wish, List<Sold> rooms) {
        this.hotel = hotel;
        this.wish = wish;
        this.rooms = rooms;
    }

    /** What it costs in all: rooms and services. */
    Amount total() {
        return new Amount(
                Stream.concat(
                                rooms.stream().map(room -> amount(room).value()),
                                wish.services().stream()
                                        .map(IncomingReservation.Service::price)
                                        .filter(Objects::nonNull)
                                        .map(Amount::value))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /**
     * The booking.
     *
     * @param created when it was booked; null: it is a change
     */
    IncomingReservation of(String number, @Nullable LocalDateTime created) {
        return new IncomingReservation(
                Integer.toString(hotel.id()),
                number,
                created == null ? Kind.MODIFY : Kind.NEW,
                created,
                null,
                null,
                null,
                hotel.currency().getCurrencyCode(),
                total(),
                wish.taxes(),
                null,
                wish.booker(),
                wish.payment(),
                wish.remarks(),
                List.of(),
                List.of(),
                rooms.stream().map(this::room).toList(),
                wish.services());
    }

    /** A cancellation, with what the guest pays nevertheless. */
    static IncomingReservation cancelled(
            String number, @Nullable String currency, @Nullable Amount penalty) {
        return new IncomingReservation(
                null,
                number,
                Kind.CANCEL,
                null,
                null,
                null,
                null,
                currency,
                penalty,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Room room(Sold sold) {
        var wanted = sold.wish();
        return new Room(
                wanted.index(),
                Integer.toString(sold.product().roomType()),
                hotel.type(sold.product().roomType()).name(),
                null,
                amount(sold),
                wanted.adults(),
                wanted.children(),
                wanted.ages(),
                wanted.guest(),
                wanted.remarks(),
                List.of(),
                sold.offer().nights().stream()
                        .map(
                                night ->
                                        new Night(
                                                night.night(),
                                                Integer.toString(sold.product().plan().id()),
                                                null,
                                                new Amount(
                                                        hotel.amount(
                                                                Objects.requireNonNull(
                                                                        night.price(), "price"))),
                                                null,
                                                null))
                        .toList());
    }

    private Amount amount(Sold room) {
        return new Amount(hotel.amount(Objects.requireNonNull(room.offer().total(), "total")));
    }
}
