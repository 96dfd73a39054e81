package io.serai.ari.price;

import org.jspecify.annotations.Nullable;

/**
 * Whole numbers from one to another, both included.
 *
 * @param from the least; null: any
 * @param to the most; null: any
 */
public record Span(@Nullable Integer from, @Nullable Integer to) {

    /** Every number. */
    public static final Span ALL = new Span(null, null);

    public Span {
        if (from != null && to != null && from > to) {
            throw new IllegalArgumentException("to: " + to + " (expected: " + from + " or more)");
        }
    }

    /** Whether it leaves nothing out. */
    public boolean isAll() {
        return from == null && to == null;
    }

    boolean holds(int number) {
        return (from == null || number >= from) && (to == null || number <= to);
    }
}
