package io.serai.api;

import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list, the newest first, a request asks for.
 *
 * @param before the id before which it begins
 * @param most how many are on it at most
 */
record PageWish(long before, int most) {

    private static final int USUAL = 100;
    private static final int LARGEST = 1000;

    /**
     * Reads {@code before} and {@code limit}.
     *
     * @throws Problem 400 when one of them is no number, or too large
     */
    static PageWish of(Message request) {
        return new PageWish(
                number(request, "before", Long.MAX_VALUE, Long.MAX_VALUE),
                (int) number(request, "limit", USUAL, LARGEST));
    }

    /** Those of one more than were asked for that are shown. */
    <T> List<T> shown(List<T> found) {
        return found.subList(0, Math.min(most, found.size()));
    }

    /** Where the next page begins; null where there is none. */
    <T> @Nullable String next(List<T> found, ToLongFunction<T> id) {
        return found.size() > most ? Long.toString(id.applyAsLong(found.get(most - 1))) : null;
    }

    private static long number(Message request, String name, long usual, long most) {
        String said = request.getHeader(name, String.class);
        if (said == null) {
            return usual;
        }
        if (!said.matches("[0-9]{1,18}")
                || Long.parseLong(said) < 1
                || Long.parseLong(said) > most) {
            throw Problem.bad(
                    name + ": '" + said + "' (expected: a whole number from 1 to " + most + ")");
        }
        return Long.parseLong(said);
    }
}
