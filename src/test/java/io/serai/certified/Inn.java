package io.serai.certified;

import static org.awaitility.Awaitility.await;

import io.serai.hotel.Horizon;
import io.serai.testing.RunningSerai;
import io.serai.testing.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A hotel with two room types, of 5 and 3 rooms, each sold by three rate plans at 120 a night for
 * {@link #NIGHTS} nights, and connected to both stand-ins.
 */
final class Inn {

    static final int NIGHTS = 500;
    static final List<String> PLANS = List.of("Standard", "Half board", "Saver");
    static final List<String> ROOMS = List.of("Garden Double", "Sea Suite");

    private static final int[] SIZES = {5, 3};
    private static final AtomicInteger NUMBER = new AtomicInteger(8100);

    final RunningSerai serai = CertifyingSerai.RUNNING;
    private final int number = NUMBER.incrementAndGet();
    final int hotel;
    private final List<Integer> roomTypes = new ArrayList<>();
    private final List<List<Integer>> products = new ArrayList<>();
    private final ChannelSide bookingcom =
            new ChannelSide(serai.sandboxUrl(), remote(), BookingcomMessages::read);
    private final ChannelSide expedia =
            new ChannelSide(serai.standInUrl("expedia"), remote(), ExpediaMessages::read);
    final int atBookingcom;
    final int atExpedia;

    Inn() {
        hotel =
                key(
                        "insert into hotels (code, name, time_zone, currency, horizon) values (?, 'Casa do Mar', 'Europe/Lisbon', 'EUR', ?) returning id",
                        "inn-" + number,
                        NIGHTS);
        List<Integer> plans = PLANS.stream().map(this::plan).toList();
        for (int room = 0; room < ROOMS.size(); room++) {
            roomType(room, plans);
        }
        serai.part(Horizon.class).roll(hotel);
        atBookingcom = openAtBookingcom();
        atExpedia = openAtExpedia();
        quiet();
    }

    private int plan(String name) {
        return key(
                "insert into rate_plans (hotel_id, code, name) values (?, ?, ?) returning id",
                hotel,
                name,
                name);
    }

    private void roomType(int room, List<Integer> plans) {
        int roomType =
                key(
                        "insert into room_types (hotel_id, code, name, size, max_guests) values (?, ?, ?, ?, 2) returning id",
                        hotel,
                        "R" + room,
                        ROOMS.get(room),
                        SIZES[room]);
        roomTypes.add(roomType);
        products.add(
                plans.stream()
                        .map(
                                plan ->
                                        key(
                                                "insert into products (hotel_id, room_type_id, rate_plan_id, usual_prices) values (?, ?, ?, '{12000}') returning id",
                                                hotel,
                                                roomType,
                                                plan))
                        .toList());
    }

    private int openAtBookingcom() {
        bookingcom.sandbox().put("/sandbox/accounts/" + account(), "{\"secret\": \"open sesame\"}");
        bookingcom
                .sandbox()
                .put(
                        "/sandbox/hotels/" + remote(),
                        """
                        {"name": "Casa do Mar", "currency": "EUR", "pricing": "standard", "accounts": ["%s"], "rooms": [%s]}"""
                                .formatted(account(), remoteRooms(false)));
        return connect("booking.com", "hotel_id", "");
    }

    private int openAtExpedia() {
        expedia.sandbox().put("/sandbox/accounts/" + account(), "{\"secret\": \"open sesame\"}");
        expedia.sandbox()
                .put(
                        "/sandbox/hotels/" + remote(),
                        """
                        {"name": "Casa do Mar", "currency": "EUR", "accounts": ["%s"], "timeZone": "Europe/Lisbon",
                         "pricing": "PerDayPricing", "stayThrough": true, "collects": ["expedia"], "rooms": [%s]}"""
                                .formatted(account(), remoteRooms(true)));
        return connect("expedia", "property_id", ", \"stay_length\": \"through\"");
    }

    private String remoteRooms(boolean quoted) {
        List<String> rooms = new ArrayList<>();
        for (int room = 0; room < ROOMS.size(); room++) {
            List<String> rates = new ArrayList<>();
            for (int plan = 0; plan < PLANS.size(); plan++) {
                rates.add(named(remoteRate(room, plan), PLANS.get(plan), quoted) + "}");
            }
            rooms.add(
                    named(remoteRoom(room), ROOMS.get(room), quoted)
                            + ", \"maxPersons\": 2, \"rates\": ["
                            + String.join(",", rates)
                            + "]}");
        }
        return String.join(",", rooms);
    }

    private static String named(String id, String name, boolean quoted) {
        return "{\"id\": " + (quoted ? '"' + id + '"' : id) + ", \"name\": \"" + name + "\"";
    }

    private int connect(String provider, String hotelKey, String more) {
        return key(
                """
                insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, is_enabled, status)
                values (?, 'ota', ?, jsonb_build_object('api_key', ?::text, 'api_secret', 'open sesame'), ?::jsonb, true, 'active')
                returning id
                """,
                provider,
                provider,
                account(),
                "{\"test_mode\": true, \"hotel\": \"inn-%d\", \"%s\": \"%d\"%s}"
                        .formatted(number, hotelKey, remote(), more));
    }

    private int key(String sql, Object... params) {
        return sql().sql(sql).params(params).query(Integer.class).single();
    }

    JdbcClient sql() {
        return serai.sql();
    }

    String account() {
        return "inn-" + number;
    }

    long remote() {
        return 100_000L + number;
    }

    /** The number of a room type at both channels. */
    String remoteRoom(int room) {
        return remote() + "" + room;
    }

    /** The number of a room type's rate plan at both channels. */
    String remoteRate(int room, int plan) {
        return remoteRoom(room) + plan;
    }

    int roomType(int room) {
        return roomTypes.get(room);
    }

    int product(int room, int plan) {
        return products.get(room).get(plan);
    }

    ChannelSide bookingcom() {
        return bookingcom;
    }

    ChannelSide expedia() {
        return expedia;
    }

    /** A month whose nights are all sold; 0 to 13. */
    static YearMonth month(int ahead) {
        return Story.month().plusMonths(ahead);
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Lisbon"));
    }

    /** Writes a column of a product's nights, as a hotel's own system does. */
    void rate(int room, int plan, LocalDate from, LocalDate to, String set) {
        sql().sql(
                        "update rate_nights set "
                                + set
                                + " where product_id = ? and night between ? and ?")
                .params(product(room, plan), from, to)
                .update();
    }

    /** Writes a column of a room type's nights. */
    void room(int room, LocalDate from, LocalDate to, String set) {
        sql().sql(
                        "update room_nights set "
                                + set
                                + " where room_type_id = ? and night between ? and ?")
                .params(roomType(room), from, to)
                .update();
    }

    void inOneTransaction(Runnable edits) {
        new TransactionTemplate(new DataSourceTransactionManager(serai.database().owner()))
                .executeWithoutResult(status -> edits.run());
    }

    /** Has the dispatcher leave the hotel alone, or not any more. */
    void leaveAlone(boolean alone) {
        sql().sql("update claims set next_try_at = ?::timestamptz where connection_id in (?, ?)")
                .params(alone ? "infinity" : "-infinity", atBookingcom, atExpedia)
                .update();
    }

    /** Waits until nothing is left to tell. */
    void quiet() {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () ->
                                sql().sql(
                                                """
                                                select (select count(*) from third_party_integrations where id in (:ids) and state = 'open') = 2
                                                   and not exists (select from marks where connection_id in (:ids))
                                                   and not exists (select from claims where connection_id in (:ids) and owner is not null)
                                                   and (select count(distinct connection_id) from attempts where connection_id in (:ids)) = 2
                                                """)
                                        .param("ids", List.of(atBookingcom, atExpedia))
                                        .query(Boolean.class)
                                        .single());
    }
}
