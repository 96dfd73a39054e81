package io.serai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Booking.com's stand-in. */
record BookingcomSeller(ChannelDesk desk) implements Seller {

    static final String ACCOUNT = "replay";
    static final String SECRET = "replay-secret";

    private static final Map<String, String> REQUEST =
            Map.of(
                    "price", "rates ",
                    "rooms", "availability ",
                    "min-through", "availability ",
                    "min-arrival", "restrictions ");
    private static final long HOTEL = 777001;
    private static final long REQUESTS = 3;
    private static final long FIRST_ROOM = 900001;
    private static final long FIRST_RATE = 500001;

    @Override
    public String name() {
        return "Booking.com";
    }

    @Override
    public String provider() {
        return "booking.com";
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
                product.ratePlan().equals(Pricing.BY_OCCUPANCY) ? "obp" : "standard");
    }

    @Override
    public Long room(Hotel hotel, String roomType) {
        return FIRST_ROOM + hotel.roomTypes().indexOf(roomType);
    }

    @Override
    public Long rate(Hotel hotel, String roomType, String ratePlan) {
        return FIRST_RATE + hotel.ratePlans().indexOf(ratePlan);
    }

    @Override
    public Map<String, String> credentials() {
        return Map.of("api_key", ACCOUNT, "api_secret", SECRET);
    }

    @Override
    public Map<String, Object> configuration() {
        return Map.of("test_mode", true, "hotel_id", String.valueOf(HOTEL), "partner_id", ACCOUNT);
    }

    @Override
    public Promise promise(JsonNode booking) {
        long cents =
                StreamSupport.stream(booking.get("stays").spliterator(), false)
                        .flatMap(
                                stay ->
                                        StreamSupport.stream(
                                                stay.get("nightly").spliterator(), false))
                        .mapToLong(JsonNode::asLong)
                        .sum();
        return new Promise(booking.get("id").asText(), booking.get("ref").asText(), cents);
    }

    @Override
    public List<String> addresses() {
        return List.of(
                "/hotels/ota/OTA_HotelAvailNotif",
                "/hotels/ota/OTA_HotelRateAmountNotif",
                "/hotels/xml/availability",
                "/hotels/ota/OTA_HotelResNotif",
                "/hotels/ota/OTA_HotelResModifyNotif");
    }

    /** Rooms and restrictions, prices, and restrictions of stays on arrival, month by month. */
    @Override
    public long firstSync(Hotel hotel) {
        return REQUESTS
                * (ChronoUnit.MONTHS.between(
                                YearMonth.from(hotel.today()), YearMonth.from(hotel.lastNight()))
                        + 1);
    }

    /** One for each month. */
    @Override
    public int messages(Set<YearMonth> months) {
        return months.size();
    }

    /** One for each request and month; there is place for 1,000 ranges and a megabyte. */
    @Override
    public long fewest(Map<String, Set<YearMonth>> changed, Load told) {
        return changed.entrySet().stream()
                .flatMap(
                        field ->
                                field.getValue().stream()
                                        .map(month -> REQUEST.get(field.getKey()) + month))
                .distinct()
                .count();
    }

    @Override
    public boolean sells(Stay stay) {
        return true;
    }
}
