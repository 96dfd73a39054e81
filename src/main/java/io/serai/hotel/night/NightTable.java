package io.serai.hotel.night;

import static io.serai.hotel.night.NightField.flag;
import static io.serai.hotel.night.NightField.prices;
import static io.serai.hotel.night.NightField.rooms;
import static io.serai.hotel.night.NightField.roomsOrNone;
import static io.serai.hotel.night.NightField.stay;

import java.util.List;
import java.util.Optional;

/** The two tables of nights, with what may be written in them. */
public enum NightTable {
    /** Prices and restrictions of a product. */
    RATES(
            "rate_nights",
            "product_id",
            List.of(
                    flag("closed", "closed"),
                    flag("cta", "cta"),
                    flag("ctd", "ctd"),
                    stay("minThrough", "min_through"),
                    stay("maxThrough", "max_through"),
                    stay("minArrival", "min_arrival"),
                    stay("maxArrival", "max_arrival"),
                    prices("prices", "prices"),
                    prices("handPrices", "hand_prices"))),
    /** Rooms of a room type. */
    ROOMS(
            "room_nights",
            "room_type_id",
            List.of(
                    flag("closed", "closed"),
                    rooms("offered", "offered"),
                    rooms("heldBack", "held_back"),
                    rooms("outOfOrder", "out_of_order"),
                    roomsOrNone("safetyStock", "safety_stock"),
                    roomsOrNone("overbooking", "overbooking")));

    private final String table;
    private final String key;
    private final List<NightField> fields;

    NightTable(String table, String key, List<NightField> fields) {
        this.table = table;
        this.key = key;
        this.fields = fields;
    }

    String table() {
        return table;
    }

    String key() {
        return key;
    }

    /** What may be written, in the order it is shown. */
    public List<NightField> fields() {
        return fields;
    }

    /**
     * The field of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public NightField named(String word) {
        return field(word)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "field: '"
                                                + word
                                                + "' (expected: one of "
                                                + fields.stream().map(NightField::word).toList()
                                                + ")"));
    }

    /** The field that goes by this name, or by its singular where it holds prices. */
    Optional<NightField> field(String word) {
        return fields.stream()
                .filter(
                        field ->
                                field.word().equals(word)
                                        || field.kind() == ValueKind.PRICES
                                                && field.singular().equals(word))
                .findFirst();
    }
}
