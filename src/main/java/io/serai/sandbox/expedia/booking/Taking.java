package io.serai.sandbox.expedia.booking;

import io.serai.sandbox.expedia.night.Move;
import io.serai.sandbox.expedia.night.RoomNight;
import io.serai.sandbox.wire.Refusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a booking takes of the rooms available, more than it had before. */
final class Taking {

    private final Map<String, TreeMap<LocalDate, Integer>> more = new TreeMap<>();

    Taking(@Nullable Content now, @Nullable Content before) {
        if (now != null) {
            add(now, 1);
        }
        if (before != null) {
            add(before, -1);
        }
        more.values().forEach(nights -> nights.values().removeIf(rooms -> rooms == 0));
    }

    private void add(Content stay, int rooms) {
        var nights = more.computeIfAbsent(stay.room(), room -> new TreeMap<>());
        stay.nights().forEach(night -> nights.merge(night, rooms, Integer::sum));
    }

    List<String> rooms() {
        return List.copyOf(more.keySet());
    }

    /** The nights it is about; empty when it takes and gives nothing. */
    TreeSet<LocalDate> nights() {
        var all = new TreeSet<LocalDate>();
        more.values().forEach(nights -> all.addAll(nights.keySet()));
        return all;
    }

    /** Refused when a night has no room available, or its room type is closed. */
    void check(List<RoomNight> held) {
        var found = new HashMap<String, RoomNight>();
        held.forEach(night -> found.put(night.room() + night.night(), night));
        more.forEach(
                (room, nights) ->
                        nights.forEach(
                                (night, rooms) -> {
                                    if (rooms > 0) {
                                        check(room, night, found.get(room + night));
                                    }
                                }));
    }

    private static void check(String room, LocalDate night, @Nullable RoomNight held) {
        if (held == null || held.available() < 1) {
            throw new Refusal(409, "NO_ROOMS_LEFT", "no rooms left of " + room + " on " + night);
        }
        if (held.closed()) {
            throw new Refusal(409, "ROOM_CLOSED", "room " + room + " closed on " + night);
        }
    }

    /** The moves of the channel's own count. */
    List<Move> moves(boolean replenishes) {
        return more.entrySet().stream()
                .flatMap(
                        nights ->
                                nights.getValue().entrySet().stream()
                                        .filter(e -> e.getValue() > 0 || replenishes)
                                        .map(
                                                e ->
                                                        new Move(
                                                                nights.getKey(),
                                                                e.getKey(),
                                                                e.getValue())))
                .toList();
    }
}
