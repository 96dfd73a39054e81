package io.serai.delivery.price;

import io.serai.ari.Cell;
import io.serai.ari.price.WrittenNight;
import java.sql.Array;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Prices of a night, as the database keeps them. */
public final class PriceColumn {

    private PriceColumn() {}

    /**
     * Minor units, {@link Cell#NONE} where not sold. Prices in a table of more than one dimension
     * mean nothing: as if none were set.
     */
    public static long[] of(@Nullable Array array) throws SQLException {
        if (array == null || !(array.getArray() instanceof Long[] boxed)) {
            return WrittenNight.NO_PRICES;
        }
        long[] prices = new long[boxed.length];
        for (int position = 0; position < boxed.length; position++) {
            prices[position] = boxed[position] == null ? Cell.NONE : boxed[position];
        }
        return prices;
    }
}
