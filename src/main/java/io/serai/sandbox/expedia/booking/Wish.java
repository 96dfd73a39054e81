package io.serai.sandbox.expedia.booking;

import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.RatePlan;
import io.serai.sandbox.wire.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what a guest asks for into what a booking says, without its prices. */
final class Wish {

    /** Ids that no hotel has, for bookings of what the hotel's system was never told of. */
    private static final String UNKNOWN_ROOM = "999999998";

    private static final String UNKNOWN_PLAN = "999999999";
    private static final int LONGEST_STAY = 28;
    private static final int USUAL_AGE = 7;

    private Wish() {}

    static Content of(Hotel hotel, BookingForm form) {
        var room = form.room();
        var plan = plan(hotel, room);
        var collect = collect(form, plan, room.rate());
        var arrival = day("arrival", room.arrival(), form.arrival());
        var departure = day("departure", room.departure(), form.departure());
        if (!departure.isAfter(arrival) || departure.isAfter(arrival.plusDays(LONGEST_STAY))) {
            throw new Refusal(
                    400,
                    "394",
                    "departure is "
                            + departure
                            + " (expected: 1 to 28 nights after "
                            + arrival
                            + ")");
        }
        var guest = guest(form);
        return new Content(
                room.room(),
                plan.id(),
                collect,
                room.unknownRoom() ? UNKNOWN_ROOM : room.room(),
                room.unknownRate() ? UNKNOWN_PLAN : plan.id(),
                arrival,
                departure,
                room.adults(),
                ages(room),
                List.of(),
                List.of(),
                BigDecimal.ZERO,
                guest,
                form.source() == null ? "Expedia" : form.source(),
                requests(form, collect),
                form.promotion(),
                form.card() ? Card.of(collect, hotel, guest, arrival) : null);
    }

    private static RatePlan plan(Hotel hotel, BookingForm.RoomForm asked) {
        var room = hotel.rooms().get(asked.room());
        var known = room == null ? null : room.plans().get(asked.rate());
        if (room != null && known == null) {
            known = hotel.plan(room, asked.rate()).orElse(null);
        }
        if (known == null) {
            throw new Refusal(
                    409, "UNKNOWN_ROOM", "room " + asked.room() + " has no rate " + asked.rate());
        }
        return known;
    }

    private static Collect collect(BookingForm form, RatePlan plan, String asked) {
        var wanted =
                form.collect() != null
                        ? form.collect()
                        : asked.equals(Collect.HOTEL.idOf(plan.id()))
                                ? Collect.HOTEL
                                : Collect.EXPEDIA;
        return plan.collects().contains(wanted) ? wanted : plan.collects().iterator().next();
    }

    private static List<Integer> ages(BookingForm.RoomForm room) {
        return room.childAges() == null
                ? Collections.nCopies(room.children(), USUAL_AGE)
                : room.childAges();
    }

    private static Guest guest(BookingForm form) {
        Map<String, String> booker = form.booker() == null ? Map.of() : form.booker();
        var name = form.room().guest() == null ? "Some Guest" : form.room().guest().strip();
        var space = name.lastIndexOf(' ');
        return new Guest(
                booker.getOrDefault("firstName", space < 0 ? "Some" : name.substring(0, space)),
                booker.get("middleName"),
                booker.getOrDefault("lastName", name.substring(space + 1)),
                booker.get("phone"),
                booker.get("email"));
    }

    private static List<SpecialRequest> requests(BookingForm form, Collect collect) {
        var all = new ArrayList<SpecialRequest>();
        if (form.requests() != null) {
            all.addAll(form.requests());
        }
        for (var text : java.util.Arrays.asList(form.remarks(), form.room().comment())) {
            if (text != null) {
                all.add(new SpecialRequest(SpecialRequest.FREE_TEXT, text));
            }
        }
        if (collect == Collect.HOTEL) {
            all.add(
                    new SpecialRequest(
                            SpecialRequest.PAYMENT,
                            "Hotel Collect Booking Collect Payment From Guest"));
        }
        return all;
    }

    private static LocalDate day(String name, @Nullable LocalDate own, @Nullable LocalDate all) {
        var day = own == null ? all : own;
        if (day == null) {
            throw new Refusal(400, "321", name + " is absent (expected: YYYY-MM-DD)");
        }
        return day;
    }
}
