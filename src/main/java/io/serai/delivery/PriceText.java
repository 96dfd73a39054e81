package io.serai.delivery;

import io.serai.ari.Cell;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prices as PostgreSQL writes an array of them. */
final class PriceText {

    private PriceText() {}

    /** As {12000,NULL}; null for none. */
    static @Nullable String array(long @Nullable [] prices) {
        return prices == null
                ? null
                : Arrays.stream(prices)
                        .mapToObj(price -> price == Cell.NONE ? "NULL" : Long.toString(price))
                        .collect(Collectors.joining(",", "{", "}"));
    }
}
