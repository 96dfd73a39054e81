package io.serai.console.bookings;

import java.util.List;
import java.util.stream.Collectors;

/** Who stays, in words. */
final class StayWords {

    private StayWords() {}

    /** As 1 adult, 2 children (4, 7). */
    static String people(int adults, int children, List<Integer> ages) {
        String told =
                ages.isEmpty()
                        ? ""
                        : ages.stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ", " (", ")"));
        return counted(adults, "adult", "adults")
                + (children == 0 ? "" : ", " + counted(children, "child", "children") + told);
    }

    private static String counted(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
