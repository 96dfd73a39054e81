package io.serai.sandbox.booking;

import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.wire.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what a guest asks for into the rooms of a booking. */
final class Stays {

    /** Ids that no hotel has, for bookings of what Serai was never told of. */
    private static final String UNKNOWN_ROOM = "999999998";

    private static final String UNKNOWN_RATE = "999999999";

    private Stays() {}

    /** Rooms named by their index, or else by their place, keep the index they had. */
    static List<Stay> of(Hotel hotel, BookingForm form, List<Stay> before, int nextIndex) {
        var stays = new ArrayList<Stay>();
        for (int i = 0; i < form.rooms().size(); i++) {
            var room = form.rooms().get(i);
            var kept = i < before.size() ? before.get(i).index() : nextIndex + i - before.size();
            stays.add(stay(hotel, form, room, room.index() == null ? kept : room.index()));
        }
        if (stays.stream().map(Stay::index).distinct().count() < stays.size()) {
            throw new Refusal(400, "394", "rooms name the same index twice");
        }
        return stays;
    }

    private static Stay stay(Hotel hotel, BookingForm form, BookingForm.RoomForm room, int index) {
        var known = hotel.rooms().get(room.room());
        if (known == null || !known.rates().containsKey(room.rate())) {
            throw new Refusal(
                    409, "UNKNOWN_ROOM", "room " + room.room() + " has no rate " + room.rate());
        }
        var arrival = day("arrival", room.arrival(), form.arrival());
        var departure = day("departure", room.departure(), form.departure());
        if (!departure.isAfter(arrival)) {
            throw new Refusal(
                    400, "394", "departure is " + departure + " (expected: after " + arrival + ")");
        }
        var shownRate = room.unknownRate() ? UNKNOWN_RATE : String.valueOf(room.rate());
        return new Stay(
                index,
                room.room(),
                room.rate(),
                room.unknownRoom() ? UNKNOWN_ROOM : String.valueOf(room.room()),
                form.vcc() ? shownRate + "VCC" : shownRate,
                arrival,
                departure,
                room.adults(),
                room.children(),
                room.guest() == null ? "Guest " + index : room.guest(),
                room.comment(),
                List.of());
    }

    private static LocalDate day(String name, @Nullable LocalDate own, @Nullable LocalDate all) {
        if (own == null && all == null) {
            throw new Refusal(400, "321", name + " is absent (expected: YYYY-MM-DD)");
        }
        return own == null ? java.util.Objects.requireNonNull(all) : own;
    }
}
