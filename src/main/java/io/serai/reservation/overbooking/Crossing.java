package io.serai.reservation.overbooking;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The change that sold, or took away, a room more than there was.
 *
 * @param before how it stood then; null: nothing was there
 * @param filled the change after which nothing was left; the same as {@code over} where one did
 *     both
 */
record Crossing(@Nullable StockChange before, StockChange over, StockChange filled) {

    /** The latest of a night; empty where it was never sold too often. */
    static Optional<Crossing> latest(List<StockChange> stock) {
        for (int i = stock.size() - 1; i >= 0; i--) {
            if (stock.get(i).free() < 0 && (i == 0 || stock.get(i - 1).free() >= 0)) {
                return Optional.of(
                        new Crossing(
                                i == 0 ? null : stock.get(i - 1),
                                stock.get(i),
                                stock.get(filled(stock, i))));
            }
        }
        return Optional.empty();
    }

    private static int filled(List<StockChange> stock, int over) {
        int filled = over;
        while (filled > 0 && stock.get(filled - 1).free() <= 0) {
            filled--;
        }
        return filled;
    }

    /** Rooms that were sold with it; 0: rooms were taken away. */
    int sold() {
        return Math.max(over.sold() - (before == null ? 0 : before.sold()), 0);
    }

    /** Whether the last room went by a sale, and not by rooms that were taken away. */
    boolean isFilledBySale(List<StockChange> stock) {
        int at = stock.indexOf(filled);
        return filled.sold() > (at == 0 ? 0 : stock.get(at - 1).sold());
    }
}
