package io.serai.sandbox.ari;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What one request sets of one night; of two values for the same thing the first stays. */
final class Cell {

    private final Map<Field, Integer> values = new EnumMap<>(Field.class);
    private final TreeMap<Integer, Long> prices = new TreeMap<>();

    /** False when it was set before. */
    boolean set(Field field, int value) {
        return values.putIfAbsent(field, value) == null;
    }

    /** False when it was set before; the price is in minor units. */
    boolean price(int persons, long price) {
        return prices.putIfAbsent(persons, price) == null;
    }

    @Nullable Integer get(Field field) {
        return values.get(field);
    }

    int size() {
        return values.size() + prices.size();
    }

    /** The prices as an array literal of the database, null when there is none. */
    @Nullable String priceLiteral() {
        if (prices.isEmpty()) {
            return null;
        }
        return IntStream.rangeClosed(1, prices.lastKey())
                .mapToObj(n -> prices.containsKey(n) ? prices.get(n).toString() : "null")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
