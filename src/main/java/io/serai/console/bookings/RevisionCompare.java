package io.serai.console.bookings;

import io.serai.reservation.detail.ToldRevisions.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two revisions of a booking side by side.
 *
 * @param left the number of the one
 * @param right the number of the other
 * @param all the numbers that there are
 * @param rows what either says
 */
record RevisionCompare(int left, int right, List<Integer> all, List<Row> rows) {

    /**
     * A field of both.
     *
     * @param left what the one says; empty: nothing
     * @param right what the other says; empty: nothing
     */
    record Row(String name, String left, String right) {

        /** Whether they differ. */
        public boolean isChanged() {
            return !left.equals(right);
        }

        /** How they differ, in a word. */
        public String getMark() {
            return !isChanged()
                    ? ""
                    : left.isEmpty() ? "added" : right.isEmpty() ? "removed" : "changed";
        }
    }

    /**
     * Compares two; the last with the one before it where none are named.
     *
     * @param revisions of the booking, the oldest first
     * @return null where there are no two that can be read
     */
    static @Nullable RevisionCompare of(
            List<Told> revisions, @Nullable Integer left, @Nullable Integer right) {
        List<Told> readable = revisions.stream().filter(it -> it.said() != null).toList();
        if (readable.size() < 2) {
            return null;
        }
        Told other = find(readable, right, readable.get(readable.size() - 1));
        int at = readable.indexOf(other);
        Told one = find(readable, left, readable.get(Math.max(at - 1, 0)));
        return new RevisionCompare(
                one.revision(),
                other.revision(),
                readable.stream().map(Told::revision).toList(),
                rows(fields(one), fields(other)));
    }

    /** Whether they say the same. */
    public boolean isSame() {
        return rows.stream().noneMatch(Row::isChanged);
    }

    private static Told find(List<Told> all, @Nullable Integer number, Told otherwise) {
        return all.stream()
                .filter(it -> number != null && it.revision() == number)
                .findFirst()
                .orElse(otherwise);
    }

    private static Map<String, String> fields(Told told) {
        Map<String, String> fields =
                told.said() == null ? Map.of() : RevisionFields.of(told.said());
        Map<String, String> all = new LinkedHashMap<>();
        all.put("What happened", told.kind());
        all.putAll(fields);
        return all;
    }

    private static List<Row> rows(Map<String, String> left, Map<String, String> right) {
        Set<String> names = new LinkedHashSet<>(left.keySet());
        names.addAll(right.keySet());
        List<Row> rows = new ArrayList<>();
        names.forEach(
                name ->
                        rows.add(
                                new Row(
                                        name,
                                        left.getOrDefault(name, ""),
                                        right.getOrDefault(name, ""))));
        return rows;
    }
}
