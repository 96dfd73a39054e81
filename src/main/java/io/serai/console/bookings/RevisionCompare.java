package io.serai.console.bookings;

import io.serai.reservation.IncomingReservation;
import io.serai.reservation.detail.ToldRevisions.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two revisions of a booking side by side.
 *
 * @param left the number of the one
 * @param right the number of the other
 * @param all the numbers that there are
 * @param rows what they say otherwise, in the order in which a booking is told
 * @param same of how many fields they say the same
 */
record RevisionCompare(int left, int right, List<Integer> all, List<Row> rows, int same) {

    /**
     * A field that they say otherwise.
     *
     * @param left what the one says; empty: nothing
     * @param right what the other says; empty: nothing
     */
    record Row(String name, String left, String right) {

        /** How they differ, in a word. */
        public String getMark() {
            return left.isEmpty() ? "added" : right.isEmpty() ? "removed" : "changed";
        }
    }

    /**
     * Compares two; the last with the one before it where none are named.
     *
     * @param revisions of the booking, the oldest first
     * @param rates what its rates are called
     * @param channel its name; null: the hotel took the booking itself
     * @return null where there are no two that can be read
     */
    static @Nullable RevisionCompare of(
            List<Told> revisions,
            @Nullable Integer left,
            @Nullable Integer right,
            RateNames rates,
            @Nullable String channel) {
        List<Told> readable = revisions.stream().filter(it -> it.said() != null).toList();
        if (readable.size() < 2) {
            return null;
        }
        Told other = find(readable, right, readable.get(readable.size() - 1));
        int at = readable.indexOf(other);
        Told one = find(readable, left, readable.get(Math.max(at - 1, 0)));
        Map<String, String> before = fields(one, rates, channel);
        Map<String, String> after = fields(other, rates, channel);
        if (isCancelled(other)) {
            before.forEach(after::putIfAbsent); // a cancellation repeats nothing of the stay
        } else if (isCancelled(one)) {
            after.forEach(before::putIfAbsent);
        }
        List<Row> rows = rows(before, after);
        List<Row> changed = rows.stream().filter(it -> !it.left.equals(it.right)).toList();
        return new RevisionCompare(
                one.revision(),
                other.revision(),
                readable.stream().map(Told::revision).toList(),
                changed,
                rows.size() - changed.size());
    }

    /** Whether they say the same. */
    public boolean isEqual() {
        return rows.isEmpty();
    }

    private static Told find(List<Told> all, @Nullable Integer number, Told otherwise) {
        return all.stream()
                .filter(it -> number != null && it.revision() == number)
                .findFirst()
                .orElse(otherwise);
    }

    private static boolean isCancelled(Told told) {
        return told.kind().equals("cancel");
    }

    private static Map<String, String> fields(
            Told told, RateNames rates, @Nullable String channel) {
        IncomingReservation said = Objects.requireNonNull(told.said(), "said");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("State", isCancelled(told) ? "cancelled" : "booked");
        fields.putAll(RevisionFields.of(said, rates, channel));
        return fields;
    }

    /** What the right alone says stands after what it says before that. */
    private static List<Row> rows(Map<String, String> left, Map<String, String> right) {
        List<String> names = new ArrayList<>(left.keySet());
        int at = 0;
        for (String name : right.keySet()) {
            int known = names.indexOf(name);
            if (known < 0) {
                names.add(at, name);
                known = at;
            }
            at = known + 1;
        }
        return names.stream()
                .map(
                        name ->
                                new Row(
                                        name,
                                        left.getOrDefault(name, ""),
                                        right.getOrDefault(name, "")))
                .toList();
    }
}
