package io.serai.console.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a grid: what is sold, or a part of its numbers.
 *
 * @param name what it is
 * @param about what else is to be known of it; empty when nothing
 * @param path the address of its own record; null where it has none
 * @param nights one for each column; none where it only has numbers
 * @param numbers one for each column, to be looked at alone; none where it has nights
 */
public record Row(
        String name,
        String about,
        @Nullable String path,
        List<Night> nights,
        List<String> numbers) {

    /** One whose nights can be changed. */
    public static Row of(String name, String about, @Nullable String path, List<Night> nights) {
        return new Row(name, about, path, nights, List.of());
    }

    /** One to look at. */
    public static Row numbers(String name, List<String> numbers) {
        return new Row(name, "", null, List.of(), numbers);
    }
}
