package io.serai.sandbox.expedia.graph;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.serai.sandbox.expedia.booking.Booking;
import io.serai.sandbox.expedia.booking.BookingForm;
import io.serai.sandbox.expedia.booking.Bookings;
import io.serai.sandbox.expedia.booking.Guests;
import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.Hotels;
import io.serai.sandbox.wire.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Test bookings on order. Unlike the channel's, they go through the hotel's counts as every guest's
 * do, and are always notified.
 */
final class TestDataFetchers {

    private static final int DAYS_AHEAD = 30;

    private final Hotels hotels;
    private final Bookings bookings;
    private final Guests guests;
    private final Clock clock;

    TestDataFetchers(Hotels hotels, Bookings bookings, Guests guests, Clock clock) {
        this.hotels = hotels;
        this.bookings = bookings;
        this.guests = guests;
        this.clock = clock;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Query",
                type ->
                        type.dataFetcher(
                                        "property",
                                        env ->
                                                TestDataView.of(
                                                        hotel(
                                                                Visit.of(env),
                                                                env.getArgument("id"))))
                                .dataFetcher("reservation", this::reservation));
        add(wiring, "createReservation", this::create);
        add(wiring, "changeReservationStayDates", this::change);
        add(wiring, "cancelReservation", this::cancel);
    }

    private void add(RuntimeWiring.Builder wiring, String name, Function<Visit, Long> operation) {
        wiring.type(
                "Mutation",
                type -> type.dataFetcher(name, env -> payload(Visit.of(env), operation)));
    }

    private Object payload(Visit visit, Function<Visit, Long> operation) {
        var payload = new HashMap<String, Object>();
        payload.put("clientMutationId", visit.input().get("clientMutationId"));
        payload.put(
                "reservation",
                TestDataView.of(bookings.find(done(visit, operation)).orElseThrow()));
        return payload;
    }

    private static long done(Visit visit, Function<Visit, Long> operation) {
        try {
            return operation.apply(visit);
        } catch (Refusal refusal) {
            throw Refused.input(refusal.words());
        }
    }

    private Long create(Visit visit) {
        var hotel = hotel(visit, visit.text("propertyId"));
        var room = hotel.rooms().values().iterator().next();
        var arrival =
                Objects.requireNonNullElse(
                        (LocalDate) visit.input().get("checkInDate"),
                        hotel.today(clock).plusDays(DAYS_AHEAD));
        var departure =
                Objects.requireNonNullElse(
                        (LocalDate) visit.input().get("checkOutDate"), arrival.plusDays(1));
        var collect =
                "HOTEL_COLLECT".equals(visit.input().get("businessModel"))
                        ? Collect.HOTEL
                        : Collect.EXPEDIA;
        return guests.book(
                        hotel,
                        form(
                                room.id(),
                                room.plans().keySet().iterator().next(),
                                arrival,
                                departure,
                                (Integer) visit.input().get("adultCount"),
                                (Integer) visit.input().get("childCount"),
                                (String) visit.input().get("specialRequest"),
                                collect))
                .id();
    }

    private Long change(Visit visit) {
        var booking = booking(visit, visit.text("id"));
        var content = booking.content();
        return guests.change(
                        hotel(visit, Long.toString(booking.hotel())),
                        booking.id(),
                        form(
                                content.room(),
                                content.plan(),
                                (LocalDate) visit.input().get("checkInDate"),
                                (LocalDate) visit.input().get("checkOutDate"),
                                content.adults(),
                                content.childAges().size(),
                                null,
                                content.collect()))
                .id();
    }

    private Long cancel(Visit visit) {
        var booking = booking(visit, visit.text("id"));
        return guests.cancel(hotel(visit, Long.toString(booking.hotel())), booking.id()).id();
    }

    private static BookingForm form(
            String room,
            String plan,
            LocalDate arrival,
            LocalDate departure,
            @Nullable Integer adults,
            @Nullable Integer children,
            @Nullable String request,
            Collect collect) {
        return new BookingForm(
                null,
                arrival,
                departure,
                List.of(
                        new BookingForm.RoomForm(
                                room,
                                plan,
                                Objects.requireNonNullElse(adults, 2),
                                Objects.requireNonNullElse(children, 0),
                                null,
                                "Test Guest",
                                null,
                                null,
                                null,
                                false,
                                false)),
                null,
                request,
                true,
                true,
                collect,
                null,
                null,
                null);
    }

    private Object reservation(DataFetchingEnvironment env) {
        return TestDataView.of(booking(Visit.of(env), env.getArgument("id")));
    }

    private Booking booking(Visit visit, String id) {
        return bookings.find(Numbers.of(id))
                .filter(found -> hotels.of(visit.account(), found.hotel()).isPresent())
                .orElseThrow(() -> Refused.notFound("reservation '" + id + "' is not known"));
    }

    private Hotel hotel(Visit visit, String id) {
        return hotels.of(visit.account(), Numbers.of(id))
                .orElseThrow(() -> Refused.notFound("property '" + id + "' is not known"));
    }
}
