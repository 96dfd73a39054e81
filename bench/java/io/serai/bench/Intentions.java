package io.serai.bench;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was set last for each night of a product, by whom it was told that it is set. */
final class Intentions {

    /** A night of a product. */
    record Night(String roomType, String ratePlan, LocalDate night) {}

    /**
     * What it is sold for.
     *
     * @param cents by the number of guests from one, or one for all
     * @param minArrival nights that a stay which begins then must have; 1: any
     */
    record Offer(List<Long> cents, int minArrival) {}

    private final Hotel hotel;
    private final Map<Night, Offer> set = new ConcurrentHashMap<>();

    Intentions(Hotel hotel) {
        this.hotel = hotel;
        for (var product : hotel.products()) {
            hotel.today()
                    .datesUntil(hotel.lastNight().plusDays(1))
                    .forEach(
                            night ->
                                    set.put(
                                            new Night(
                                                    product.roomType(), product.ratePlan(), night),
                                            new Offer(usual(product, night), 1)));
        }
    }

    /** What it cost at first. */
    List<Long> usual(Product product, LocalDate night) {
        var array = hotel.pricing().prices(product, night.getMonthValue());
        return Arrays.stream(array.substring(1, array.length() - 1).split(","))
                .map(Long::valueOf)
                .toList();
    }

    void prices(Product product, LocalDate from, LocalDate to, List<Long> cents) {
        each(product, from, to, (night, old) -> new Offer(cents, old.minArrival()));
    }

    void minArrival(Product product, LocalDate from, LocalDate to, int nights) {
        each(product, from, to, (night, old) -> new Offer(old.cents(), nights));
    }

    private void each(
            Product product,
            LocalDate from,
            LocalDate to,
            java.util.function.BiFunction<Night, Offer, Offer> change) {
        from.datesUntil(to.plusDays(1))
                .forEach(
                        night ->
                                set.computeIfPresent(
                                        new Night(product.roomType(), product.ratePlan(), night),
                                        change));
    }

    Map<Night, Offer> all() {
        return set;
    }
}
