package io.serai.sandbox.ari;

import java.time.LocalDate;
import java.util.Comparator;

/** A night of a room type (rate 0) or of a rate in it; the order in which rows are locked. */
record CellKey(long room, long rate, LocalDate night) implements Comparable<CellKey> {

    private static final Comparator<CellKey> ORDER =
            Comparator.comparingLong(CellKey::room)
                    .thenComparingLong(CellKey::rate)
                    .thenComparing(CellKey::night);

    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }
}
