package io.serai.console.grid;

import io.serai.ari.Cell;

/** Prices of a night: minor units. */
final class Prices {

    private Prices() {}

    /** The price for most guests that has one; {@link Cell#NONE} when there is none. */
    static long last(long[] prices) {
        for (int position = prices.length - 1; position >= 0; position--) {
            if (prices[position] != Cell.NONE) {
                return prices[position];
            }
        }
        return Cell.NONE;
    }
}
