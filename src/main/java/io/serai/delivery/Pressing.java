package io.serai.delivery;

import io.serai.ari.Batch;
import io.serai.ari.Cell;
import io.serai.ari.Field;
import io.serai.ari.Held;
import io.serai.ari.Range;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Nights that a channel goes on selling although they are to be closed: no rooms left, or a
 * stop-sell. What it was never told, or is told anew, does not press.
 */
final class Pressing {

    private final Map<Integer, NavigableSet<Integer>> nights = new HashMap<>();

    /** Looks at what is to be told of a night, and what the channel took before. */
    void look(int remote, int day, Cell send, Held held) {
        if (closes(send, held.values(), Field.ROOM_CLOSED, 1)
                || closes(send, held.values(), Field.CLOSED, 1)
                || closes(send, held.values(), Field.ROOMS, 0)) {
            nights.computeIfAbsent(remote, id -> new TreeSet<>()).add(day);
        }
    }

    private static boolean closes(Cell send, Cell held, Field field, int closed) {
        return send.has(field)
                && send.get(field) == closed
                && held.has(field)
                && held.get(field) != closed;
    }

    boolean isEmpty() {
        return nights.isEmpty();
    }

    /** Whether a message closes one of these nights. */
    boolean isIn(Batch message) {
        return !isEmpty() && message.ranges().stream().anyMatch(this::isIn);
    }

    private boolean isIn(Range range) {
        NavigableSet<Integer> days = nights.get(range.remote().id());
        Integer next = days == null || !range.closes() ? null : days.ceiling(range.first());
        return next != null && next <= range.last();
    }
}
