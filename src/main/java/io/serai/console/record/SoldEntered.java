package io.serai.console.record;

import io.serai.console.Hotel;
import io.serai.console.grid.BulkValues;
import io.serai.console.grid.Choices;
import io.serai.hotel.plan.Limits;
import io.serai.hotel.plan.PlanLimits;
import io.serai.hotel.plan.PlanProduct;
import io.serai.hotel.plan.PlanRefused;
import io.serai.hotel.plan.StoredPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * For which room types a plan is sold, with the usual price, floor and ceiling there, as its form
 * has it.
 *
 * @param values what stands in the form
 */
record SoldEntered(BulkValues values) implements Entered {

    private static final String NOT_SOLD = "–";
    private static final String ROOM = "room";

    /** What a field is of, by how the fields' names begin. */
    private static final Map<String, String> OF_ROOM =
            Map.of("usual-", "usual price", "floor-", "floor", "ceiling-", "ceiling");

    /** Lays it into a form as it is. */
    static void put(
            MultiValueMap<String, String> values,
            List<PlanProduct> products,
            PlanLimits limits,
            Hotel hotel) {
        put(values, "", limits.own(), hotel);
        for (PlanProduct product : products) {
            int type = product.roomType();
            values.add(ROOM, Integer.toString(type));
            values.add("usual-" + type, usual(product.usual(), hotel));
            put(values, "-" + type, limits.of(type), hotel);
        }
    }

    private static void put(
            MultiValueMap<String, String> values, String of, Limits limits, Hotel hotel) {
        values.add("floor" + of, minor(limits.floor(), hotel));
        values.add("ceiling" + of, minor(limits.ceiling(), hotel));
    }

    /** An amount as it is entered; empty where there is none. */
    static String minor(@Nullable Long minor, Hotel hotel) {
        return minor == null ? "" : hotel.entered(minor);
    }

    private static String usual(@Nullable List<@Nullable Long> prices, Hotel hotel) {
        return prices == null
                ? ""
                : prices.stream()
                        .map(price -> price == null ? NOT_SOLD : hotel.entered(price))
                        .collect(Collectors.joining(" / "));
    }

    /**
     * The room types that it is to be sold for.
     *
     * @throws PlanRefused where a usual price is none
     */
    List<PlanProduct> products(Hotel hotel) {
        return ticked().stream().map(type -> new PlanProduct(0, type, usual(type, hotel))).toList();
    }

    /**
     * What rules are to leave of its prices.
     *
     * @throws PlanRefused naming the field that cannot be meant
     */
    PlanLimits limits(Hotel hotel) {
        Map<Integer, Limits> products = new TreeMap<>();
        ticked().forEach(type -> products.put(type, limits("-" + type, hotel)));
        return new PlanLimits(limits("", hotel), products);
    }

    /**
     * Demands that no price is entered for a room type that is not ticked: nobody would keep it.
     *
     * @param before the plan as the form showed it first: what stands there still was not entered;
     *     null: it is to be made
     * @throws NotWritten naming the room type
     */
    void demandTicked(List<Choices.Type> types, @Nullable StoredPlan before, Hotel hotel) {
        List<Integer> ticked = ticked();
        PlanEntered first = before == null ? PlanEntered.none() : PlanEntered.of(before, hotel);
        for (Choices.Type type : types) {
            OF_ROOM.forEach(
                    (field, name) -> {
                        String said = text(field + type.id());
                        if (!ticked.contains(type.id())
                                && !said.isEmpty()
                                && !said.equals(first.text(field + type.id()))) {
                            throw new NotWritten(
                                    422,
                                    field + type.id(),
                                    "“%s” is the %s of %s, which is not ticked: tick it, or empty the %s. Nothing was saved yet."
                                            .formatted(said, name, type.name(), name));
                        }
                    });
        }
    }

    private List<Integer> ticked() {
        return values.values().getOrDefault(ROOM, List.of()).stream()
                .filter(type -> type.matches("[0-9]{1,9}"))
                .distinct()
                .map(Integer::valueOf)
                .toList();
    }

    private Limits limits(String of, Hotel hotel) {
        return new Limits(amount("floor" + of, hotel), amount("ceiling" + of, hotel))
                .meant(of, hotel.currency());
    }

    private @Nullable List<@Nullable Long> usual(int type, Hotel hotel) {
        String said = text("usual-" + type);
        if (said.isEmpty()) {
            return null;
        }
        return Arrays.stream(said.split("/", -1))
                .map(String::strip)
                .map(
                        price ->
                                price.matches("[-–]?")
                                        ? null
                                        : Long.valueOf(
                                                PlanProduct.price(
                                                        price.replace(',', '.'), hotel.currency())))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
