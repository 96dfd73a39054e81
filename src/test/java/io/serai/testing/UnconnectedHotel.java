package io.serai.testing;

import static org.awaitility.Awaitility.await;

import io.serai.hotel.Ageing;
import io.serai.hotel.Horizon;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A hotel in Serai and at the stand-in of Booking.com, with names of their own for the same rooms,
 * and nothing between them.
 */
public record UnconnectedHotel(int id, int number) {

    private static final AtomicInteger NUMBER = new AtomicInteger(7_900_000);
    private static final RunningSerai SERAI = RunningSerai.shared();

    /** Makes one. */
    public static UnconnectedHotel begin() {
        int number = NUMBER.incrementAndGet();
        JdbcClient sql = SERAI.sql();
        int id =
                sql.sql(
                                "insert into hotels (code, name, time_zone, currency, horizon) values (?, 'Casa Nova', 'Europe/Lisbon', 'EUR', 60) returning id")
                        .param("alone-" + number)
                        .query(Integer.class)
                        .single();
        sql.sql(
                        """
                        with rooms as (
                            insert into room_types (hotel_id, code, name, size, max_guests) values (:hotel, 'DBL', 'Garden Double', 5, 2), (:hotel, 'SUI', 'Sea Suite', 2, 2) returning id),
                        plans as (insert into rate_plans (hotel_id, code, name) values (:hotel, 'STD', 'Standard'), (:hotel, 'HALF', 'Half board') returning id)
                        insert into products (hotel_id, room_type_id, rate_plan_id, usual_prices) select :hotel, rooms.id, plans.id, '{12000}' from rooms, plans
                        """)
                .param("hotel", id)
                .update();
        SERAI.part(Horizon.class).roll(id);
        SERAI.part(Ageing.class).age(id);
        UnconnectedHotel hotel = new UnconnectedHotel(id, number);
        SandboxClient sandbox = hotel.sandbox();
        sandbox.put("/sandbox/accounts/" + hotel.key(), "{\"secret\":\"" + hotel.secret() + "\"}");
        sandbox.put(
                "/sandbox/hotels/" + hotel.remote(),
                """
                {"name":"Casa Nova","currency":"EUR","pricing":"standard","accounts":["%s"],
                 "rooms":[{"id":%d,"name":"Double, Garden","maxPersons":2,"rates":[
                            {"id":%d,"name":"Standard rate","maxPersons":2},{"id":%d,"name":"HB","maxPersons":2}]},
                          {"id":%d,"name":"Ocean","maxPersons":2,"rates":[{"id":%d,"name":"Flexible","maxPersons":2}]}]}
                """
                        .formatted(
                                hotel.key(),
                                hotel.remoteRoom(0),
                                hotel.remoteRate(0),
                                hotel.remoteRate(1),
                                hotel.remoteRoom(1),
                                hotel.remoteRate(2)));
        return hotel;
    }

    /**
     * Another hotel at the stand-in, of the same login: the same room with one of its rates under
     * other numbers, and one that nobody knows; the answer is its number.
     */
    public String elsewhere() {
        int other = NUMBER.incrementAndGet();
        sandbox()
                .put(
                        "/sandbox/hotels/" + other,
                        """
                        {"name":"Casa Nova","currency":"EUR","pricing":"standard","accounts":["%s"],
                         "rooms":[{"id":%d01,"name":"Double, Garden","maxPersons":2,"rates":[{"id":%d51,"name":"Standard rate","maxPersons":2}]},
                                  {"id":%d02,"name":"Stable","maxPersons":2,"rates":[{"id":%d52,"name":"Straw","maxPersons":2}]}]}
                        """
                                .formatted(key(), other, other, other, other));
        return Integer.toString(other);
    }

    /** Its number at the channel. */
    public String remote() {
        return Integer.toString(number);
    }

    /** The name of its login there. */
    public String key() {
        return "client-" + number;
    }

    /** Its password there. */
    public String secret() {
        return "secret-" + number;
    }

    private long remoteRoom(int at) {
        return number * 100L + at;
    }

    private long remoteRate(int at) {
        return number * 100L + 50 + at;
    }

    private SandboxClient sandbox() {
        return new SandboxClient(SERAI.sandboxUrl());
    }

    /** The key of a product: of the first room type, or {@code plan of room type}. */
    public String product(String name) {
        String[] parts = name.split(" of ");
        return SERAI.sql()
                .sql(
                        """
                        select s.id::text from products s join rate_plans p on p.id = s.rate_plan_id join room_types t on t.id = s.room_type_id
                         where s.hotel_id = ? and p.name = ? and t.name = ?
                        """)
                .params(id, parts[0], parts.length > 1 ? parts[1] : "Garden Double")
                .query(String.class)
                .single();
    }

    /** Whether the channel was told to sell the room that was mapped first. */
    public boolean sells(LocalDate night) {
        return SERAI.sql()
                .sql(
                        """
                        select coalesce(bool_and(h.closed is false and h.unknown = 0 and 12000 = any (h.prices)), false)
                          from held_nights h join ota_rate_plans r on r.id = h.remote_id
                         where r.hotel_id = ? and r.remote_rate = ? and h.night = ?
                        """)
                .params(id, Long.toString(remoteRate(0)), night)
                .query(Boolean.class)
                .single();
    }

    /** Whether the channel was told of that room, be it closed, and answered. */
    public boolean isTold(LocalDate night) {
        return SERAI.sql()
                .sql(
                        """
                        select coalesce(bool_and(h.closed and h.unknown = 0 and 12000 = any (h.prices)), false)
                          from held_nights h join ota_rate_plans r on r.id = h.remote_id
                         where r.hotel_id = ? and r.remote_rate = ? and h.night = ?
                        """)
                .params(id, Long.toString(remoteRate(0)), night)
                .query(Boolean.class)
                .single();
    }

    /** A guest books the room that was not mapped; the answer is the booking's number. */
    public String bookTheOtherRoom(LocalDate night) {
        return sandbox()
                .post(
                        "/sandbox/hotels/" + remote() + "/bookings",
                        """
                        {"arrival": "%s", "departure": "%s", "force": true, "booker": {"firstName": "Ann", "lastName": "Example"},
                         "rooms": [{"room": %d, "rate": %d, "adults": 2, "guest": "Ann Example"}]}"""
                                .formatted(night, night.plusDays(1), remoteRoom(1), remoteRate(2)))
                .body()
                .path("id")
                .asText();
    }

    /** Waits until a booking is taken that means nothing here. */
    public void awaitUnmapped(String booking) {
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                SERAI.sql()
                                        .sql(
                                                "select exists (select from reservations where hotel_id = ? and number = ? and is_unmapped)")
                                        .params(id, booking)
                                        .query(Boolean.class)
                                        .single());
    }

    /** How many of a room type's rooms are sold. */
    public int soldOf(String roomType, LocalDate night) {
        return SERAI.sql()
                .sql(
                        "select n.sold from room_nights n join room_types t on t.id = n.room_type_id where t.hotel_id = ? and t.name = ? and n.night = ?")
                .params(id, roomType, night)
                .query(Integer.class)
                .single();
    }
}
