package io.serai.sandbox.booking;

import io.serai.sandbox.ari.Move;
import io.serai.sandbox.ari.RoomNight;
import io.serai.sandbox.wire.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a booking takes of the rooms left, more than it had before. */
final class Taking {

    private record Key(long room, LocalDate night) {}

    private final Map<Key, Integer> more = new HashMap<>();

    Taking(List<Stay> now, List<Stay> before) {
        now.forEach(stay -> add(stay, 1));
        before.forEach(stay -> add(stay, -1));
    }

    private void add(Stay stay, int rooms) {
        stay.nights()
                .forEach(night -> more.merge(new Key(stay.room(), night), rooms, Integer::sum));
    }

    /** Refused when a night has too few rooms left, or its room type is closed. */
    void check(List<RoomNight> held) {
        var found = new HashMap<Key, RoomNight>();
        held.forEach(night -> found.put(new Key(night.room(), night.night()), night));
        more.forEach(
                (key, rooms) -> {
                    var night = found.get(key);
                    if (rooms > 0 && (night == null || night.left() < rooms)) {
                        throw new Refusal(
                                409,
                                "NO_ROOMS_LEFT",
                                "no rooms left of " + key.room() + " on " + key.night());
                    }
                    if (rooms > 0 && night != null && night.closed()) {
                        throw new Refusal(
                                409,
                                "ROOM_CLOSED",
                                "room " + key.room() + " closed on " + key.night());
                    }
                });
    }

    /** The moves of the channel's own count; what is given back counts only if it replenishes. */
    List<Move> moves(boolean replenishes) {
        var moves = new ArrayList<Move>();
        more.forEach(
                (key, rooms) -> {
                    if (rooms > 0 || rooms < 0 && replenishes) {
                        moves.add(new Move(key.room(), key.night(), -rooms));
                    }
                });
        return moves;
    }
}
