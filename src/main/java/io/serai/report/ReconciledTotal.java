package io.serai.report;

import io.serai.payment.ReconciledBooking;
import io.serai.payment.ReconciledGroup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups or bookings of one currency put together. */
record ReconciledTotal(long bookings, long differing, BigDecimal expected, BigDecimal paid) {

    static ReconciledTotal of(ReconciledGroup it) {
        return new ReconciledTotal(
                it.bookings(),
                it.differing(),
                new BigDecimal(it.expected()),
                new BigDecimal(it.paid()));
    }

    static ReconciledTotal of(ReconciledBooking it) {
        return new ReconciledTotal(
                1,
                new BigDecimal(it.difference()).signum() == 0 ? 0 : 1,
                new BigDecimal(it.expected()),
                new BigDecimal(it.paid()));
    }

    ReconciledTotal plus(ReconciledTotal other) {
        return new ReconciledTotal(
                bookings + other.bookings,
                differing + other.differing,
                expected.add(other.expected),
                paid.add(other.paid));
    }

    List<@Nullable Object> line(List<Column> columns, String currency) {
        List<@Nullable Object> line = new ArrayList<>();
        columns.forEach(column -> line.add(value(column.name(), currency)));
        return line;
    }

    private @Nullable Object value(String column, String currency) {
        return switch (column) {
            case "currency" -> currency;
            case "bookings" -> bookings;
            case "differing" -> differing;
            case "expected" -> expected;
            case "paid" -> paid;
            case "difference" -> expected.subtract(paid);
            default -> null;
        };
    }
}
