package io.serai.bench;

import io.serai.sandbox.guests.BookingLife;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A rate plan as sold for a room type.
 *
 * @param persons the most that the room type sleeps
 */
record Product(String roomType, String ratePlan, int persons) {

    private static final int LEAST_PERSONS = 2;

    /** All that was ever booked. */
    static List<Product> all(List<BookingLife> lives) {
        Map<String, Integer> persons =
                lives.stream()
                        .collect(
                                Collectors.toMap(
                                        BookingLife::roomType,
                                        life -> Math.max(LEAST_PERSONS, life.persons()),
                                        Math::max,
                                        TreeMap::new));
        var products = new ArrayList<Product>();
        persons.forEach(
                (room, most) ->
                        lives.stream()
                                .filter(life -> life.roomType().equals(room))
                                .map(BookingLife::ratePlan)
                                .collect(Collectors.toCollection(TreeSet::new))
                                .forEach(plan -> products.add(new Product(room, plan, most))));
        return products;
    }
}
