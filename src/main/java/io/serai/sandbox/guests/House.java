package io.serai.sandbox.guests;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.guests.InventedYear.SoldRoom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A hotel of a stand-in as its guests see it. */
final class House {

    private static final String[] GIVEN = {"Ana", "Luis", "Marta", "Jonas", "Ines", "Paul", "Eva"};
    private static final String[] FAMILY = {"Silva", "Weber", "Moreau", "Rossi", "Berg", "Novak"};
    private static final int MOST_POPULAR = 10;
    private static final int USUAL_PRICE = 100;

    private final Desk desk;
    private final JsonNode hotel;
    private final List<JsonNode> rooms = new ArrayList<>();

    private House(Desk desk, JsonNode hotel) {
        this.desk = desk;
        this.hotel = hotel;
        hotel.get("rooms").forEach(rooms::add);
    }

    /** One of the hotels that have something to sell, at any desk; null when none has. */
    static @Nullable House anyOf(List<Desk> desks, Random random) {
        var open = new ArrayList<House>();
        desks.forEach(desk -> desk.hotels().forEach(hotel -> open.add(new House(desk, hotel))));
        open.removeIf(house -> house.sold().isEmpty());
        return open.isEmpty() ? null : open.get(random.nextInt(open.size()));
    }

    /** Where its guests ask. */
    Desk desk() {
        return desk;
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
        var room = named(rooms, life.roomType());
        var asked =
                Map.of(
                        "room",
                        room.get("id"),
                        "rate",
                        named(room.get("rates"), life.ratePlan()).get("id"),
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
                List.of(asked),
                "booker",
                Map.of("firstName", given, "lastName", family),
                "card",
                random.nextBoolean());
    }

    private static JsonNode named(Iterable<JsonNode> all, String name) {
        for (var one : all) {
            if (one.get("name").asText().equals(name)) {
                return one;
            }
        }
        throw new IllegalStateException("'" + name + "' is not among " + all);
    }
}
