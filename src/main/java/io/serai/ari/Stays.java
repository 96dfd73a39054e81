package io.serai.ari;

/**
 * The lengths of stay that have a price on an arrival, for any number of guests. Where a channel
 * keeps on sale what it is not told any more, they bound what may be booked on that arrival.
 *
 * @param shortest nights of the shortest; 0: no bound
 * @param longest nights of the longest; 0: no bound
 */
record Stays(int shortest, int longest) {

    private static final Stays ANY = new Stays(0, 0);

    /** Those of the prices of a night; no bounds where prices are not kept, or not by stay. */
    static Stays of(Terms terms, Cell wanted) {
        if (terms.remote().layout() != PriceLayout.STAY || !terms.keepsPrices()) {
            return ANY;
        }
        int shortest = Integer.MAX_VALUE;
        int longest = 0;
        for (int position = 0; position < wanted.prices(); position++) {
            if (wanted.price(position) != Cell.NONE) {
                int nights = position % terms.remote().longestStay() + 1;
                shortest = Math.min(shortest, nights);
                longest = Math.max(longest, nights);
            }
        }
        return longest == 0 ? ANY : new Stays(shortest, longest);
    }

    /**
     * Narrows the arrivals of a night whose prices are kept back, by those it is left with and by
     * what may be booked there now: no stay that was dropped comes on sale for a price of long ago.
     * Where that leaves none, the night is closed.
     *
     * @param kept the night as it is to be told, with the prices that the channel accepted
     */
    static void narrow(Terms terms, Cell kept, Cell held) {
        Stays stays = of(terms, kept);
        if (stays.longest == 0 || !kept.has(Field.MIN_ARRIVAL) && !kept.has(Field.MAX_ARRIVAL)) {
            return;
        }
        int there = set(held, Field.MAX_ARRIVAL);
        int least =
                Math.max(
                        stays.narrowed(Field.MIN_ARRIVAL, set(kept, Field.MIN_ARRIVAL)),
                        set(held, Field.MIN_ARRIVAL));
        int most = stays.narrowed(Field.MAX_ARRIVAL, set(kept, Field.MAX_ARRIVAL));
        most = there == 0 ? most : Math.min(most, there);
        if (least > most) {
            close(kept);
            return;
        }
        put(kept, Field.MIN_ARRIVAL, least);
        put(kept, Field.MAX_ARRIVAL, most);
    }

    private static int set(Cell cell, Field field) {
        return cell.has(field) ? cell.get(field) : 0;
    }

    private static void close(Cell kept) {
        if (kept.has(Field.CLOSED)) {
            kept.set(Field.CLOSED, true);
        }
    }

    private static void put(Cell kept, Field field, int value) {
        if (kept.has(field)) {
            kept.set(field, value);
        }
    }

    /** A restriction on arrival, as narrow as they are; any other as it is. */
    int narrowed(Field field, int value) {
        return switch (field) {
            case MIN_ARRIVAL -> shortest > 1 ? Math.max(value, shortest) : value;
            case MAX_ARRIVAL ->
                    value == 0 || longest == 0 ? value + longest : Math.min(value, longest);
            default -> value;
        };
    }

    /** Whether nothing can be booked on the arrival between these restrictions. */
    boolean excludedBy(int minArrival, int maxArrival) {
        return longest > 0 && (minArrival > longest || maxArrival > 0 && maxArrival < shortest);
    }
}
