package io.serai.hotel.night;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a request: the first hundred in words, the rest counted. */
final class Faults {

    private static final int MOST = 100;

    private final List<Fault> first = new ArrayList<>();
    private long count;

    void add(String where, String field, String met, String expected) {
        if (first.size() < MOST) {
            first.add(new Fault(where, field, met, expected));
        }
        count++;
    }

    boolean any() {
        return count > 0;
    }

    /** How many there are. */
    long count() {
        return count;
    }

    NightsRefused refused() {
        return new NightsRefused(List.copyOf(first), count - first.size());
    }
}
