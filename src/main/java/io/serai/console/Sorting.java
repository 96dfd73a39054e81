package io.serai.console;

import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which order a list stands: by one of its columns, or the other way round.
 *
 * @param column by which
 * @param turned whether what comes first otherwise comes last
 * @param columns all by which it can be ordered; the first is the usual one, and tells apart what
 *     is alike in another
 */
public record Sorting<T>(String column, boolean turned, Map<String, Comparator<T>> columns) {

    private static final String LAST = "-last";

    public Sorting {
        columns = new LinkedHashMap<>(columns);
    }

    /** What an address asks for, as {@code name} or {@code name-last}; the usual where nothing. */
    public static <T> Sorting<T> of(String asked, Map<String, Comparator<T>> columns) {
        boolean turned = asked.endsWith(LAST);
        String column = turned ? asked.substring(0, asked.length() - LAST.length()) : asked;
        return columns.containsKey(column)
                ? new Sorting<>(column, turned, columns)
                : new Sorting<>(columns.keySet().iterator().next(), false, columns);
    }

    /** How names stand: as people write them, whatever their case; an é beside the e. */
    public static Comparator<String> byName() {
        Collator collator = Collator.getInstance(Locale.ROOT);
        collator.setStrength(Collator.SECONDARY);
        return collator::compare;
    }

    /** The order itself. */
    public Comparator<T> order() {
        Comparator<T> by = columns.get(column);
        return (turned ? by.reversed() : by).thenComparing(columns.values().iterator().next());
    }

    /** As an address asks for it. */
    public String named() {
        return turned ? column + LAST : column;
    }

    /**
     * What the head of a column leads to: by it, or the other way round where it is that already.
     *
     * @param most whether what is most comes first
     */
    public String next(String head, boolean most) {
        boolean turns = head.equals(column) ? !turned : most;
        return turns ? head + LAST : head;
    }

    /** How a column is marked; null where the list stands by another. */
    public @Nullable String direction(String head) {
        if (!head.equals(column)) {
            return null;
        }
        return turned ? "descending" : "ascending";
    }
}
