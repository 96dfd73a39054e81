package io.serai.report;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * What lines say.
 *
 * @param shown of each step by itself
 * @param adding of each step what adds up over steps: a booking that began before it is none of
 *     this, except in the first step
 */
record Lines<T>(SortedMap<Line, T> shown, SortedMap<Line, T> adding) {

    Lines() {
        this(new TreeMap<>(), new TreeMap<>());
    }

    void add(Line line, T shows, T adds, BinaryOperator<T> plus) {
        shown.merge(line, shows, plus);
        adding.merge(line, adds, plus);
    }

    /** The same under other lines. */
    Lines<T> moved(UnaryOperator<Line> to, BinaryOperator<T> plus) {
        Lines<T> moved = new Lines<>();
        shown.forEach((line, it) -> moved.shown.merge(to.apply(line), it, plus));
        adding.forEach((line, it) -> moved.adding.merge(to.apply(line), it, plus));
        return moved;
    }
}
