package io.serai.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Nights that are read back with one call. Slices begin on the same days whenever they are cut, so
 * that what was found in one is found in the same one again.
 *
 * @param from the first night
 * @param to the last night, included
 */
record ReadBackSlice(LocalDate from, LocalDate to) {

    /**
     * Cuts nights into slices.
     *
     * @param from the first night
     * @param beyond the night after the last
     * @param days nights a slice, but for the first and the last
     */
    static List<ReadBackSlice> cut(LocalDate from, LocalDate beyond, int days) {
        List<ReadBackSlice> slices = new ArrayList<>();
        LocalDate first = from;
        while (first.isBefore(beyond)) {
            long next = (Math.floorDiv(first.toEpochDay(), (long) days) + 1) * days;
            LocalDate after = LocalDate.ofEpochDay(Math.min(next, beyond.toEpochDay()));
            slices.add(new ReadBackSlice(first, after.minusDays(1)));
            first = after;
        }
        return slices;
    }

    /** Whether some night of it lies between these, both included. */
    boolean touches(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && !to.isBefore(first);
    }
}
