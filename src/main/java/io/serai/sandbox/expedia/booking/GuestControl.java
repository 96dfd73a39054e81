package io.serai.sandbox.expedia.booking;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.Hotels;
import io.serai.sandbox.wire.Json;
import io.serai.sandbox.wire.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The control face of guests: one act a call, or many in order. */
final class GuestControl {

    private static final String BOOKINGS = "/sandbox/hotels/{hotel}/bookings";
    private static final String BOOKING = BOOKINGS + "/{booking}";

    private final Hotels hotels;
    private final Guests guests;
    private final Bookings bookings;
    private final Transactions transactions;

    GuestControl(Hotels hotels, Guests guests, Bookings bookings, Transactions transactions) {
        this.hotels = hotels;
        this.guests = guests;
        this.bookings = bookings;
        this.transactions = transactions;
    }

    RouterFunction<ServerResponse> routes() {
        return route().POST(BOOKINGS, r -> json(201, guests.book(hotel(r), form(r))))
                .PUT(BOOKING, r -> json(200, guests.change(hotel(r), booking(r), form(r))))
                .DELETE(BOOKING, r -> json(200, guests.cancel(hotel(r), booking(r))))
                .POST(BOOKING + "/lost", r -> json(200, lose(hotel(r), booking(r))))
                .GET(BOOKINGS, r -> json(200, all(hotel(r))))
                .POST("/sandbox/hotels/{hotel}/guest-acts", r -> json(200, acts(r)))
                .build();
    }

    /**
     * One act of many; {@code id} or {@code ref} says which booking to change or cancel. A fee is
     * not told by this channel.
     */
    record Act(
            String act,
            @Nullable Long id,
            @Nullable String ref,
            @Nullable BigDecimal fee,
            @Nullable BookingForm booking) {}

    /** How one act went, as a call of its own would have been answered. */
    record Outcome(
            int status,
            @Nullable Long id,
            @Nullable BigDecimal total,
            @Nullable String code,
            @Nullable String reason) {}

    /** A booking and how far what happened to it got. */
    record Shown(Booking booking, List<Told> transactions) {}

    record Told(long id, String type, String state, @Nullable String confirmNumber, int tries) {

        static Told of(Transaction t) {
            return new Told(
                    t.id(), t.type().word(), t.state().word(), t.confirmNumber(), t.tries());
        }
    }

    /** The hotel's system confirmed what was told of a booking, and lost it. */
    private List<Told> lose(Hotel hotel, long booking) {
        return transactions
                .find(
                        "where t.hotel_id = ? and t.booking_id = ? order by t.number",
                        hotel.id(),
                        booking)
                .stream()
                .peek(told -> transactions.confirmed(told, null, told.created()))
                .map(Told::of)
                .toList();
    }

    private List<Shown> all(Hotel hotel) {
        var told =
                transactions
                        .find("where t.hotel_id = ? order by t.booking_id, t.number", hotel.id())
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Transaction::booking,
                                        Collectors.mapping(Told::of, Collectors.toList())));
        return bookings.find("where b.hotel_id = ? order by b.booking_id", hotel.id()).stream()
                .map(booking -> new Shown(booking, told.getOrDefault(booking.id(), List.of())))
                .toList();
    }

    private List<Outcome> acts(ServerRequest request) throws Exception {
        var hotel = hotel(request);
        var outcomes = new ArrayList<Outcome>();
        for (var act : Json.read(request.body(byte[].class), Act[].class)) {
            outcomes.add(outcome(hotel, act));
        }
        return outcomes;
    }

    private Outcome outcome(Hotel hotel, Act act) {
        try {
            var done = done(hotel, act);
            return new Outcome(
                    act.act().equals("book") ? 201 : 200, done.id(), done.total(), null, null);
        } catch (Refusal refusal) {
            return new Outcome(refusal.status(), null, null, refusal.code(), refusal.words());
        }
    }

    private Guests.Receipt done(Hotel hotel, Act act) {
        return switch (act.act()) {
            case "book" -> guests.book(hotel, asked(act));
            case "change" -> guests.change(hotel, id(hotel, act), asked(act));
            case "cancel" -> guests.cancel(hotel, id(hotel, act));
            default ->
                    throw new Refusal(
                            400,
                            "394",
                            "act is '" + act.act() + "' (expected: book, change or cancel)");
        };
    }

    private static BookingForm asked(Act act) {
        if (act.booking() == null) {
            throw new Refusal(400, "321", "booking is absent (expected: what the guest asks for)");
        }
        return act.booking();
    }

    private long id(Hotel hotel, Act act) {
        if (act.id() != null) {
            return act.id();
        }
        return bookings.byRef(hotel.id(), String.valueOf(act.ref()))
                .map(Booking::id)
                .orElseThrow(() -> new Refusal(404, "394", "no booking with ref " + act.ref()));
    }

    private Hotel hotel(ServerRequest request) {
        var id = Long.parseLong(request.pathVariable("hotel"));
        return hotels.find(id).orElseThrow(() -> new Refusal(404, "394", "no hotel " + id));
    }

    private static long booking(ServerRequest request) {
        return Long.parseLong(request.pathVariable("booking"));
    }

    private static BookingForm form(ServerRequest request) throws Exception {
        return Json.read(request.body(byte[].class), BookingForm.class);
    }

    private static ServerResponse json(int status, Object body) throws Exception {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.write(body));
    }
}
