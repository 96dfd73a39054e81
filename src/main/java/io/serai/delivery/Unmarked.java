package io.serai.delivery;

import io.serai.ari.Range;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The nights that differ, less those that marks name. */
final class Unmarked {

    private final Map<Source, BitSet> days = new TreeMap<>();

    private record Source(boolean room, int id) implements Comparable<Source> {

        @Override
        public int compareTo(Source other) {
            int kind = Boolean.compare(room, other.room);
            return kind == 0 ? Integer.compare(id, other.id) : kind;
        }
    }

    /** A range of a weekday's nights counts with all its nights: comparing one too many is free. */
    void differs(Range range) {
        days.computeIfAbsent(
                        new Source(range.remote().isRoom(), range.remote().source()),
                        source -> new BitSet())
                .set(range.first(), range.last() + 1);
    }

    void isMarked(Mark mark) {
        BitSet some = days.get(new Source(mark.room(), mark.source()));
        if (some != null) {
            some.clear(mark.first(), mark.beyond());
        }
    }

    boolean isNothing() {
        return days.isEmpty();
    }

    /** How many. */
    int count() {
        return days.values().stream().mapToInt(BitSet::cardinality).sum();
    }

    /** As marks that are not yet made. */
    List<Mark> nights() {
        List<Mark> all = new ArrayList<>();
        days.forEach(
                (source, nights) -> {
                    int first = nights.nextSetBit(0);
                    while (first >= 0) {
                        int beyond = nights.nextClearBit(first);
                        all.add(new Mark(0, source.room(), source.id(), first, beyond));
                        first = nights.nextSetBit(beyond);
                    }
                });
        return all;
    }
}
