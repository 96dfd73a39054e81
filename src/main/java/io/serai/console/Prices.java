package io.serai.console;

import io.serai.ari.Cell;
import java.sql.Array;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Prices of a night, as the database keeps them: minor units, null where not sold. */
final class Prices {

    private Prices() {}

    /** With {@link Cell#NONE} where not sold. */
    static long[] of(@Nullable Array array) throws SQLException {
        if (array == null) {
            return new long[0];
        }
        Long[] boxed = (Long[]) array.getArray();
        long[] prices = new long[boxed.length];
        for (int position = 0; position < boxed.length; position++) {
            prices[position] = boxed[position] == null ? Cell.NONE : boxed[position];
        }
        return prices;
    }

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
