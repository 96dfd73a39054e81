package io.serai.api;

import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.direct.BookingWish.RoomWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rooms of a booking. */
final class BookingRoomForm {

    private static final Set<String> ROOM =
            Set.of(
                    "index",
                    "roomType",
                    "ratePlan",
                    "adults",
                    "children",
                    "ages",
                    "guest",
                    "remarks",
                    "prices");
    private static final int MOST_GUESTS = 50;
    private static final int OLDEST_CHILD = 17;

    private BookingRoomForm() {}

    /** The rooms that are wanted; those that the booking has where none is named. */
    static List<RoomWish> rooms(Form form, @Nullable BookingDetail before) {
        if (before != null && !form.names("rooms")) {
            return before.rooms().stream().map(BookingRoomForm::room).toList();
        }
        var rooms = new ArrayList<RoomWish>();
        for (Form room : form.forms("rooms", ROOM)) {
            rooms.add(room(room, Integer.toString(rooms.size() + 1)));
        }
        if (rooms.stream().map(RoomWish::index).distinct().count() < rooms.size()) {
            throw form.refusal("rooms.index", "twice the same", "one for each room");
        }
        if (rooms.isEmpty()) {
            throw form.refusal("rooms", "missing", "at least one");
        }
        return rooms;
    }

    private static RoomWish room(Form room, String index) {
        var adults = room.whole("adults", 1, MOST_GUESTS);
        return new RoomWish(
                Objects.requireNonNullElse(BookingFields.word(room, "index"), index),
                BookingFields.needed(room, "roomType"),
                BookingFields.needed(room, "ratePlan"),
                adults == null ? 1 : adults,
                Objects.requireNonNullElse(room.whole("children", 0, MOST_GUESTS), 0),
                ages(room),
                BookingFields.word(room, "guest"),
                BookingFields.words(room, "remarks"),
                BookingFields.amounts(room, "prices"));
    }

    private static RoomWish room(BookingDetail.Room room) {
        var plan = room.nights().get(0).ratePlan();
        if (room.roomType() == null || plan == null) {
            throw new Problem(
                    409,
                    "Not sold any more",
                    "room %s: its room type or rate plan is gone (expected: rooms named anew)"
                            .formatted(room.index()));
        }
        return new RoomWish(
                room.index(),
                room.roomType(),
                plan,
                room.adults(),
                room.children(),
                room.ages(),
                room.guest(),
                room.remarks() == null ? List.of() : room.remarks().lines().toList(),
                null);
    }

    private static List<Integer> ages(Form room) {
        var ages =
                room.list(
                        "ages",
                        "whole numbers from 0 to 17",
                        age -> {
                            if (!age.isInt()
                                    || age.intValue() < 0
                                    || age.intValue() > OLDEST_CHILD) {
                                throw room.refusal(
                                        "ages", age.toString(), "whole numbers from 0 to 17");
                            }
                            return age.intValue();
                        });
        return ages == null ? List.of() : ages;
    }
}
