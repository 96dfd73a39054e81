package io.serai.delivery;

import io.serai.ari.Cell;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Prices as PostgreSQL writes an array of them. */
final class PriceText {

    private PriceText() {}

    /** As {12000,NULL}. */
    static String array(long[] prices) {
        return Arrays.stream(prices)
                .mapToObj(price -> price == Cell.NONE ? "NULL" : Long.toString(price))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
