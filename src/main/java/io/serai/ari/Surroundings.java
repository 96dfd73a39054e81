package io.serai.ari;

/**
 * A night of a product among those around it.
 *
 * @param nights the resulting prices of consecutive nights, laid out by the plan's pricing; {@link
 *     Cell#NONE} where not sold
 * @param at which of them is meant
 * @param longestStay nights of the longest stay that is priced; 1 unless priced by length of stay
 */
public record Surroundings(long[][] nights, int at, int longestStay) {

    /** Its own prices. */
    public long[] prices() {
        return nights[at];
    }

    /** How many nights the price at a position is for. */
    int stay(int position) {
        return position % longestStay + 1;
    }

    /**
     * Puts the prices that nights around it have at a position into a table.
     *
     * @param reach nights before and after it at most
     * @return how many there are
     */
    int around(int position, int reach, long[] found) {
        int count = 0;
        int last = Math.min(at + reach, nights.length - 1);
        for (int night = Math.max(at - reach, 0); night <= last; night++) {
            long[] there = nights[night];
            if (night != at && position < there.length && there[position] != Cell.NONE) {
                found[count++] = there[position];
            }
        }
        return count;
    }
}
