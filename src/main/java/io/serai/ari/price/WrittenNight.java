package io.serai.ari.price;

import io.serai.ari.Cell;

/**
 * What somebody wrote for a product and night: what its price and restrictions are made from.
 *
 * @param closed whether the product is not sold
 * @param cta closed to arrival
 * @param ctd closed to departure
 * @param minThrough shortest stay that may touch the night; 0: none
 * @param maxThrough longest stay that may touch the night; 0: none
 * @param minArrival shortest stay that may begin on it; 0: none
 * @param maxArrival longest stay that may begin on it; 0: none
 * @param prices minor units, laid out by the rate plan's pricing, as the hotel's system wrote them;
 *     {@link Cell#NONE} where not sold
 * @param handPrices laid out as prices, as a person set them; {@link Cell#NONE} where nobody did
 */
public record WrittenNight(
        boolean closed,
        boolean cta,
        boolean ctd,
        int minThrough,
        int maxThrough,
        int minArrival,
        int maxArrival,
        long[] prices,
        long[] handPrices) {

    /** No prices at all. */
    public static final long[] NO_PRICES = {};

    /** A night nobody wrote. */
    public static final WrittenNight UNWRITTEN =
            new WrittenNight(true, false, false, 0, 0, 0, 0, NO_PRICES, NO_PRICES);

    /** Whether somebody wrote it. */
    public boolean written() {
        return this != UNWRITTEN;
    }
}
