package io.serai.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Bookings of one currency by what became of them.
 *
 * @param lostNights room nights of the cancelled ones
 * @param lostRevenue what those would have cost
 */
record Figures(Sums kept, long cancelled, long lostNights, BigDecimal lostRevenue, long noShow) {

    static final Figures NONE = new Figures(Sums.NONE, 0, 0, BigDecimal.ZERO, 0);

    static Figures of(ResultSet row) throws SQLException {
        return new Figures(
                Sums.of(row),
                row.getLong("cancelled"),
                row.getLong("cancelled_nights"),
                row.getBigDecimal("cancelled_revenue"),
                row.getLong("no_show"));
    }

    /** Of bookings that had begun before: their nights and amounts are in the others already. */
    static Figures over(ResultSet row) throws SQLException {
        return new Figures(
                Sums.over(row),
                row.getLong("over_cancelled"),
                0,
                BigDecimal.ZERO,
                row.getLong("over_no_show"));
    }

    Figures plus(Figures other) {
        return new Figures(
                kept.plus(other.kept),
                cancelled + other.cancelled,
                lostNights + other.lostNights,
                lostRevenue.add(other.lostRevenue),
                noShow + other.noShow);
    }

    /** All bookings that were made, whatever became of them. */
    long taken() {
        return kept.bookings() + cancelled + noShow;
    }

    /** Bookings whose guests were expected: made and not cancelled. */
    long expected() {
        return kept.bookings() + noShow;
    }
}
