package io.serai.sandbox.guests;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.guests.InventedYear.SoldRoom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A hotel of the stand-in as its guests see it. */
final class House {

    private static final String[] GIVEN = {"Ana", "Luis", "Marta", "Jonas", "Ines", "Paul", "Eva"};
    private static final String[] FAMILY = {"Silva", "Weber", "Moreau", "Rossi", "Berg", "Novak"};
    private static final int MOST_POPULAR = 10;
    private static final int USUAL_PRICE = 100;

    private final JsonNode hotel;
    private final List<JsonNode> rooms = new ArrayList<>();
    private final Map<String, Long> rates = new HashMap<>();

    private House(JsonNode hotel) {
        this.hotel = hotel;
        hotel.get("rooms").forEach(rooms::add);
        rooms.forEach(
                room ->
                        room.get("rates")
                                .forEach(
                                        rate ->
                                                rates.put(
                                                        rate.get("name").asText(),
                                                        rate.get("id").asLong())));
    }

    /** One of the hotels that have something to sell; null when none has. */
    static @Nullable House anyOf(JsonNode hotels, Random random) {
        var open = new ArrayList<House>();
        hotels.forEach(hotel -> open.add(new House(hotel)));
        open.removeIf(house -> house.sold().isEmpty());
        return open.isEmpty() ? null : open.get(random.nextInt(open.size()));
    }

    long id() {
        return hotel.get("id").asLong();
    }

    /** Somebody who comes within a year. */
    BookingLife guest(long seed, Clock clock) {
        return new InventedYear(seed, LocalDate.now(clock).plusDays(1), sold()).next();
    }

    /** Room types with rates; the first is the most popular. */
    private List<SoldRoom> sold() {
        return IntStream.range(0, rooms.size())
                .filter(i -> !rooms.get(i).get("rates").isEmpty())
                .mapToObj(i -> sold(rooms.get(i), Math.max(1, MOST_POPULAR - 2 * i)))
                .toList();
    }

    private static SoldRoom sold(JsonNode room, int popularity) {
        var plans = new ArrayList<String>();
        room.get("rates").forEach(rate -> plans.add(rate.get("name").asText()));
        return new SoldRoom(
                room.get("name").asText(),
                popularity,
                room.get("maxPersons").asInt(),
                USUAL_PRICE,
                plans);
    }

    /** What the guest asks for, for so many nights. */
    Map<String, Object> form(BookingLife life, int nights) {
        var random = new Random(life.hashCode());
        var given = GIVEN[random.nextInt(GIVEN.length)];
        var family = FAMILY[random.nextInt(FAMILY.length)];
        var room =
                Map.of(
                        "room",
                        room(life.roomType()),
                        "rate",
                        rates.get(life.ratePlan()),
                        "adults",
                        life.adults(),
                        "children",
                        life.children(),
                        "guest",
                        given + " " + family);
        return Map.of(
                "arrival",
                life.arrival().toString(),
                "departure",
                life.arrival().plusDays(nights).toString(),
                "rooms",
                List.of(room),
                "booker",
                Map.of("firstName", given, "lastName", family),
                "card",
                random.nextBoolean());
    }

    private long room(String name) {
        return rooms.stream()
                .filter(room -> room.get("name").asText().equals(name))
                .map(room -> room.get("id").asLong())
                .findFirst()
                .orElseThrow();
    }
}
