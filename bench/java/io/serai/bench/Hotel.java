package io.serai.bench;

import io.serai.sandbox.guests.BookingLife;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The hotel that is replayed, the same in Serai and at each channel.
 *
 * @param house its rooms
 * @param products what is sold
 * @param pricing what it costs
 * @param today the first night
 * @param horizon nights that are sold
 */
record Hotel(House house, List<Product> products, Pricing pricing, LocalDate today, int horizon) {

    private static final int LEAST_HORIZON = 500;

    /** Longest that an act moves a stay beyond what it was in the end. */
    private static final int MARGIN = 3;

    /** Sized by its own busiest nights, open until the last guest has left. */
    static Hotel of(List<BookingLife> lives, LocalDate today, int percent) {
        var last = lives.stream().map(BookingLife::departure).max(LocalDate::compareTo);
        var nights = ChronoUnit.DAYS.between(today, last.orElseThrow()) + MARGIN;
        return new Hotel(
                House.asBusyAs(lives, percent),
                Product.all(lives),
                new Pricing(lives),
                today,
                (int) Math.max(LEAST_HORIZON, nights));
    }

    /** The last night that is sold. */
    LocalDate lastNight() {
        return today.plusDays(horizon - 1L);
    }

    List<String> roomTypes() {
        return List.copyOf(house.sizes().keySet());
    }

    List<String> ratePlans() {
        return products.stream().map(Product::ratePlan).distinct().sorted().toList();
    }

    Stream<Product> products(String roomType) {
        return products.stream().filter(product -> product.roomType().equals(roomType));
    }

    int persons(String roomType) {
        return products(roomType).mapToInt(Product::persons).max().orElseThrow();
    }

    static String roomName(String roomType) {
        return "Room type " + roomType;
    }

    static String planName(String ratePlan) {
        return "Rate " + ratePlan;
    }
}
