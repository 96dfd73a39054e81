package io.serai.report;

import java.util.List;
import java.util.Objects;

/** How a price stands beside those of other channels, in a word. */
final class Parity {

    private static final String NOT_KNOWN = "not known";
    private static final String ABOVE = "above";

    private Parity() {}

    /** Whether one of the lines of a night and product stands above another. */
    static boolean differs(List<HeldLine> beside) {
        return beside.stream().anyMatch(line -> of(line, beside).equals(ABOVE));
    }

    /**
     * One of {@code closed}, {@code not known}, {@code only}, {@code equal}, {@code lowest}, {@code
     * above}, or why there is no price to compare.
     *
     * @param beside all lines of the same night and product, this among them
     */
    static String of(HeldLine line, List<HeldLine> beside) {
        if (Boolean.FALSE.equals(line.sold())) {
            return "closed";
        }
        if (line.price() == null) {
            return Objects.requireNonNullElse(line.why(), NOT_KNOWN);
        }
        if (line.sold() == null) {
            return NOT_KNOWN;
        }
        var price = line.price();
        var others =
                beside.stream()
                        .filter(it -> it != line && it.isComparable())
                        .filter(it -> it.currency().equals(line.currency()))
                        .map(HeldLine::price)
                        .filter(Objects::nonNull)
                        .toList();
        if (others.isEmpty()) {
            return "only";
        }
        if (others.stream().anyMatch(other -> other.compareTo(price) < 0)) {
            return ABOVE;
        }
        return others.stream().allMatch(other -> other.compareTo(price) == 0) ? "equal" : "lowest";
    }
}
