package io.serai.bench;

import io.serai.sandbox.guests.BookingLife;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What a night costs: the mean of what guests paid for the product in that month of the year. */
final class Pricing {

    /** Half board is sold by the number of guests, all else by the room. */
    static final String BY_OCCUPANCY = "HB";

    private static final long USUAL = 9_000;

    private final Map<String, Double> means;

    Pricing(List<BookingLife> lives) {
        means = new java.util.HashMap<>();
        mean(lives, life -> key(life, life.arrival().getMonthValue()));
        mean(lives, life -> key(life, 0));
        mean(lives, BookingLife::roomType);
    }

    private void mean(List<BookingLife> lives, Function<BookingLife, String> by) {
        means.putAll(
                lives.stream()
                        .filter(life -> life.nightly().signum() > 0)
                        .collect(
                                Collectors.groupingBy(
                                        by,
                                        Collectors.averagingDouble(
                                                life -> life.nightly().doubleValue() * 100))));
    }

    private static String key(BookingLife life, int month) {
        return key(life.roomType(), life.ratePlan(), month);
    }

    private static String key(String roomType, String ratePlan, int month) {
        return roomType + "/" + ratePlan + "/" + month;
    }

    /** A PostgreSQL array of cents as {@code rate_nights.prices} has it. */
    String prices(Product product, int month) {
        long room = Math.round(usual(product, month));
        var prices =
                product.ratePlan().equals(BY_OCCUPANCY)
                        ? LongStream.rangeClosed(1, product.persons())
                                .map(guests -> Math.round(room * (0.7 + 0.15 * guests)))
                        : LongStream.of(room);
        return prices.mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private double usual(Product product, int month) {
        var exact = means.get(key(product.roomType(), product.ratePlan(), month));
        var all = means.get(key(product.roomType(), product.ratePlan(), 0));
        if (exact != null) {
            return exact;
        }
        return all != null ? all : means.getOrDefault(product.roomType(), (double) USUAL);
    }
}
