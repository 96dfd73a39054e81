package io.serai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Expedia's stand-in, whose bookings are asked for. */
record ExpediaSeller(ChannelDesk desk) implements Seller {

    private static final String ACCOUNT = "replay-eqc";
    private static final String SECRET = "replay-eqc-secret";
    private static final long HOTEL = 88001;
    private static final long UPDATES = 5_000;
    private static final long BYTES = 99_500;
    private static final long RESTRICTIONS = 5;
    private static final int FIRST_ROOM = 201;

    /** The longest stay that Expedia's messages can hold, less what acts move a departure. */
    private static final int LONGEST = 25;

    @Override
    public String name() {
        return "Expedia";
    }

    @Override
    public String provider() {
        return "expedia";
    }

    @Override
    public long hotel() {
        return HOTEL;
    }

    @Override
    public void open(Hotel hotel) {
        desk.put("/sandbox/accounts/" + ACCOUNT, Map.of("secret", SECRET));
        desk.put(
                "/sandbox/hotels/" + HOTEL,
                Map.of(
                        "name",
                        "Resort",
                        "currency",
                        "EUR",
                        "timeZone",
                        "Europe/Lisbon",
                        "accounts",
                        List.of(ACCOUNT),
                        "rooms",
                        hotel.roomTypes().stream().map(type -> room(type, hotel)).toList()));
    }

    private Map<String, Object> room(String roomType, Hotel hotel) {
        return Map.of(
                "id",
                room(hotel, roomType),
                "name",
                Hotel.roomName(roomType),
                "maxPersons",
                hotel.persons(roomType),
                "rates",
                hotel.products(roomType).map(product -> rate(product, hotel)).toList());
    }

    private Map<String, Object> rate(Product product, Hotel hotel) {
        return Map.of(
                "id",
                rate(hotel, product.roomType(), product.ratePlan()),
                "name",
                Hotel.planName(product.ratePlan()),
                "pricing",
                product.ratePlan().equals(Pricing.BY_OCCUPANCY)
                        ? "OccupancyBasedPricing"
                        : "PerDayPricing",
                "baseGuests",
                product.persons());
    }

    @Override
    public String room(Hotel hotel, String roomType) {
        return String.valueOf(FIRST_ROOM + hotel.roomTypes().indexOf(roomType));
    }

    /** A rate plan there belongs to one room type. */
    @Override
    public String rate(Hotel hotel, String roomType, String ratePlan) {
        return room(hotel, roomType) + "0" + (1 + hotel.ratePlans().indexOf(ratePlan));
    }

    @Override
    public Map<String, String> credentials() {
        return Map.of("api_key", ACCOUNT, "api_secret", SECRET);
    }

    @Override
    public Map<String, Object> configuration() {
        return Map.of("test_mode", true, "property_id", String.valueOf(HOTEL));
    }

    @Override
    public Promise promise(JsonNode shown) {
        var booking = shown.get("booking");
        var content = booking.get("content");
        var total =
                StreamSupport.stream(content.get("nightly").spliterator(), false)
                        .map(JsonNode::decimalValue)
                        .reduce(content.get("taxes").decimalValue(), BigDecimal::add);
        for (var extra : content.get("extraFees")) {
            total = total.add(extra.decimalValue());
        }
        return new Promise(
                booking.get("id").asText(),
                booking.get("ref").asText(),
                total.movePointRight(2).longValueExact());
    }

    @Override
    public List<String> addresses() {
        return List.of("/eqc/ar", "/eqc/br", "/eqc/bc");
    }

    /**
     * A message takes 5,000 values. A room has a count and a closure a night, a product its prices,
     * a closure, the shortest and longest stay, and closures to arrival and departure.
     */
    @Override
    public long firstSync(Hotel hotel) {
        long ofProducts =
                hotel.products().stream()
                        .mapToLong(
                                product ->
                                        RESTRICTIONS
                                                + (product.ratePlan().equals(Pricing.BY_OCCUPANCY)
                                                        ? product.persons()
                                                        : 1))
                        .sum();
        long values = hotel.horizon() * (2L * hotel.roomTypes().size() + ofProducts);
        return (values + UPDATES - 1) / UPDATES;
    }

    /** One for all: a message takes 5,000 counts. */
    @Override
    public int messages(Set<YearMonth> months) {
        return months.isEmpty() ? 0 : 1;
    }

    /** As many as its values or its bytes need; its hotels are judged on arrival. */
    @Override
    public long fewest(Map<String, Set<YearMonth>> changed, Load told) {
        boolean any = changed.keySet().stream().anyMatch(field -> !field.equals("min-through"));
        long full =
                Math.max(
                        (told.values() + UPDATES - 1) / UPDATES,
                        (told.bytes() + BYTES - 1) / BYTES);
        return any ? Math.max(1, full) : 0;
    }

    @Override
    public boolean sells(Stay stay) {
        return stay.nights().count() <= LONGEST;
    }
}
