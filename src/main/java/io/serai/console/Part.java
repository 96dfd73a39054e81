package io.serai.console;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param shown what is on it
 * @param page its number, from 1
 * @param pages how many there are, at least 1
 * @param all how many are in the whole list
 */
public record Part<T>(List<T> shown, int page, int pages, int all) {

    private static final int SIZE = 50;

    /** The page of this number, or the nearest that there is. */
    public static <T> Part<T> of(List<T> whole, int wanted) {
        int pages = Math.max(1, (whole.size() + SIZE - 1) / SIZE);
        int page = Math.max(1, Math.min(wanted, pages));
        return new Part<>(
                whole.subList((page - 1) * SIZE, Math.min(page * SIZE, whole.size())),
                page,
                pages,
                whole.size());
    }

    /** The same page, with each that is on it made into something else. */
    public <S> Part<S> with(Function<T, S> made) {
        return new Part<>(shown.stream().map(made).toList(), page, pages, all);
    }
}
