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
        for (HeldLine line : beside) {
            if (of(line, beside).equals(ABOVE)) {
                return true;
            }
        }
        return false;
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
        int others = 0;
        boolean equal = true;
        for (HeldLine other : beside) {
            if (other != line && other.isComparable(line)) {
                int than = Objects.requireNonNull(other.price()).compareTo(line.price());
                if (than < 0) {
                    return ABOVE;
                }
                others++;
                equal &= than == 0;
            }
        }
        return others == 0 ? "only" : equal ? "equal" : "lowest";
    }
}
