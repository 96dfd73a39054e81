package io.serai.console.bookings;

import io.serai.channel.Amount;
import io.serai.hotel.Days;
import io.serai.reservation.IncomingReservation.Booker;
import io.serai.reservation.Payment;
import io.serai.reservation.Payment.Collector;
import io.serai.reservation.Payment.Method;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.direct.BookingWish;
import io.serai.reservation.direct.BookingWish.RoomWish;
import io.serai.reservation.direct.DirectBookings;
import io.serai.reservation.direct.Quoted;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody entered for a booking of the hotel's own.
 *
 * @param act {@code change}, {@code cancel}, {@code no-show} or {@code confirm}
 * @param entered by the names of the fields
 */
record DirectForm(String act, Map<String, String> entered) {

    private static final int MOST_ROOMS = 50;
    private static final String NOT_SO_MANY = "a whole number from %d to 50";

    /** What an act of the page is called. */
    static final List<String> ACTS = List.of("change", "cancel", "no-show", "confirm");

    /** Does it. */
    void apply(DirectBookings bookings, long id) {
        Integer seen = whole("version", 0);
        switch (act) {
            case "change" -> bookings.modify(id, seen, this::changed);
            case "cancel" -> bookings.cancel(id, seen, amount("penalty"));
            case "no-show" -> bookings.noShow(id, seen);
            default -> bookings.confirm(id, seen, text("hotelNumber"));
        }
    }

    /** What the change would cost. */
    Quoted quote(DirectBookings bookings, long id) {
        return bookings.quote(id, this::changed);
    }

    /** A new booking. */
    BookingWish booking() {
        int rooms = whole("rooms", 1);
        List<RoomWish> all = new ArrayList<>();
        for (int i = 1; i <= rooms; i++) {
            all.add(room(Integer.toString(i), "", List.of(), List.of()));
        }
        return new BookingWish(
                day("arrival"),
                departure(),
                all,
                booker(null),
                texts().remarks(),
                List.of(),
                null,
                new Payment(Collector.HOTEL, Method.UNKNOWN, null, null, null, null, null),
                amount("quoted"),
                text("hotelNumber"));
    }

    private BookingWish changed(BookingDetail now) {
        return new BookingWish(
                day("arrival"),
                departure(),
                now.rooms().stream()
                        .map(
                                room ->
                                        room(
                                                room.index(),
                                                "-" + room.index(),
                                                room.ages(),
                                                room.remarks() == null
                                                        ? List.of()
                                                        : room.remarks().lines().toList()))
                        .toList(),
                booker(now.booker()),
                texts().remarks(),
                now.services(),
                now.taxes(),
                null,
                amount("quoted"),
                null);
    }

    /** Children whose number was changed are of an age that nobody said. */
    private RoomWish room(String index, String suffix, List<Integer> ages, List<String> remarks) {
        String[] sold = needed("sold" + suffix).split("~", 2);
        int children = whole("children" + suffix, 0);
        return new RoomWish(
                index,
                sold[0],
                sold.length == 2 ? sold[1] : "",
                whole("adults" + suffix, 1),
                children,
                ages.size() == children ? ages : List.of(),
                text("guest" + suffix),
                remarks,
                null);
    }

    private Booker booker(@Nullable Booker before) {
        boolean anew = before == null;
        return new Booker(
                text("given"),
                needed("surname"),
                text("email"),
                text("phone"),
                anew ? null : before.address(),
                anew ? null : before.city(),
                anew ? null : before.zip(),
                anew ? null : before.country(),
                anew ? null : before.company());
    }

    private LocalDate departure() {
        LocalDate departure = day("departure");
        if (!departure.isAfter(day("arrival"))) {
            throw wrong("departure", "a day after " + day("arrival"));
        }
        return departure;
    }

    private LocalDate day(String name) {
        try {
            return Days.parse(needed(name));
        } catch (DateTimeParseException wrong) {
            throw wrong(name, "a day as 2027-07-01");
        }
    }

    private int whole(String name, int least) {
        String said = needed(name);
        int number = said.matches("[0-9]{1,4}") ? Integer.parseInt(said) : -1;
        if (number < least || !name.equals("version") && number > MOST_ROOMS) {
            throw wrong(name, NOT_SO_MANY.formatted(least));
        }
        return number;
    }

    private @Nullable Amount amount(String name) {
        String said = text(name);
        if (said == null) {
            return null;
        }
        String plain = said.replace(',', '.');
        if (!plain.matches("[0-9]{1,9}([.][0-9]{1,3})?")) {
            throw wrong(name, "an amount as 50.00");
        }
        return Amount.of(plain);
    }

    private EnteredWrong wrong(String name, String expected) {
        return EnteredWrong.of(
                "%s: '%s' (expected: %s)".formatted(name, entered.get(name), expected));
    }

    private String needed(String name) {
        return texts().needed(name);
    }

    private @Nullable String text(String name) {
        return texts().text(name);
    }

    private DirectTexts texts() {
        return new DirectTexts(entered);
    }

    /** A guest's name is no text for a log. */
    @Override
    public String toString() {
        return act;
    }
}
