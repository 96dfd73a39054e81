package io.serai.reservation;

import io.serai.channel.Amount;
import io.serai.reservation.IncomingReservation.Booker;
import io.serai.reservation.IncomingReservation.Kind;
import io.serai.reservation.IncomingReservation.Night;
import io.serai.reservation.IncomingReservation.Room;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A channel's message in a test; each method says what is special about it. */
record Message(
        String number,
        Kind kind,
        Instant created,
        String reference,
        String total,
        Payment payment,
        List<Room> rooms) {

    static Message booking(String number) {
        return new Message(
                number,
                Kind.NEW,
                Instant.now().minusSeconds(30),
                "R-" + number,
                "100.00",
                null,
                List.of(room("1", "R1", "P1", 0, 2)));
    }

    static Message cancellation(String number) {
        return booking(number).kind(Kind.CANCEL).rooms(new Room[0]);
    }

    static Room room(String index, String room, String rate, int from, int nights) {
        return new Room(
                index,
                room,
                "Double",
                null,
                Amount.of("100.00"),
                2,
                0,
                List.of(),
                "Ada Lovelace",
                List.of("late"),
                List.of(),
                IntStream.range(from, from + nights)
                        .mapToObj(
                                n ->
                                        new Night(
                                                TestHotel.FIRST.plusDays(n),
                                                rate,
                                                null,
                                                Amount.of("50.00"),
                                                null,
                                                null))
                        .toList());
    }

    Message kind(Kind other) {
        return new Message(number, other, created, reference, total, payment, rooms);
    }

    Message changed() {
        return kind(Kind.MODIFY);
    }

    Message created(Instant other) {
        return new Message(number, kind, other, reference, total, payment, rooms);
    }

    Message reference(String other) {
        return new Message(number, kind, created, other, total, payment, rooms);
    }

    Message total(String other) {
        return new Message(number, kind, created, reference, other, payment, rooms);
    }

    Message nights(int from, int nights) {
        return rooms(room("1", "R1", "P1", from, nights));
    }

    Message rooms(Room... others) {
        return new Message(number, kind, created, reference, total, payment, List.of(others));
    }

    Message card(String token) {
        var card = new Payment.Card(token, "VI", "0330", "ADA LOVELACE", null);
        return payment(Payment.of(Payment.Collector.HOTEL, Payment.Method.GUEST_CARD, card));
    }

    Message payment(Payment other) {
        return new Message(number, kind, created, reference, total, other, rooms);
    }

    /** The queue of a channel that this kind comes from. */
    String queue() {
        return kind == Kind.NEW ? "new" : "changed";
    }

    IncomingReservation at(String hotel) {
        return new IncomingReservation(
                rooms.isEmpty() ? null : hotel,
                number,
                kind,
                created == null ? null : LocalDateTime.ofInstant(created, ZoneOffset.UTC),
                null,
                reference,
                null,
                "EUR",
                total == null ? null : Amount.of(total),
                null,
                Amount.of("15.00"),
                new Booker(
                        "Ada", "Lovelace", "Ada@Example.org", null, null, null, null, "gb", null),
                payment,
                new ArrayList<>(),
                List.of(),
                List.of(),
                rooms,
                List.of());
    }

    /** As {@link #at}, with when it happened at the channel and what its guest wrote. */
    IncomingReservation at(String hotel, Instant changed, String... notes) {
        var it = at(hotel);
        return new IncomingReservation(
                it.hotel(),
                it.number(),
                it.kind(),
                it.created(),
                changed,
                it.reference(),
                "Brand",
                it.currency(),
                it.total(),
                it.tax(),
                it.commission(),
                it.booker(),
                it.payment(),
                it.remarks(),
                List.of(notes),
                it.loyalty(),
                it.rooms(),
                it.services());
    }
}
