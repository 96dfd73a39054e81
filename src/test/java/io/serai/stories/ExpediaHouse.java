package io.serai.stories;

import static org.awaitility.Awaitility.await;

import io.serai.testing.RunningSerai;
import io.serai.testing.SandboxClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A hotel of a story's own at the stand-in of Expedia: a double room with a rate plan sold both
 * ways, one that follows it, and one that sleeps; connected by plain SQL.
 */
final class ExpediaHouse {

    private static final AtomicInteger NUMBER = new AtomicInteger(5100);

    private final RunningSerai serai;
    private final SandboxClient sandbox;
    private final int number = NUMBER.incrementAndGet();
    private final int hotel;
    private final int product;
    private final int connection;

    private ExpediaHouse(
            RunningSerai serai, String switches, String configuration, String credentials) {
        this.serai = serai;
        this.sandbox = new SandboxClient(serai.standInUrl("expedia"));
        hotel =
                key(
                        "insert into hotels (code, name, time_zone, currency, horizon) values (?, 'Casa do Mar', 'Europe/Lisbon', 'EUR', 60) returning id",
                        "expedia-" + number);
        int room =
                key(
                        "insert into room_types (hotel_id, code, name, size, max_guests) values (?, 'DBL', 'Garden Double', 5, 3) returning id",
                        hotel);
        int plan =
                key(
                        "insert into rate_plans (hotel_id, code, name) values (?, 'STD', 'Standard') returning id",
                        hotel);
        product =
                key(
                        "insert into products (hotel_id, room_type_id, rate_plan_id, usual_prices) values (?, ?, ?, '{12000}') returning id",
                        hotel,
                        room,
                        plan);
        serai.part(io.serai.hotel.Horizon.class).roll(hotel);
        serai.part(io.serai.hotel.Ageing.class).age(hotel);
        sandbox.put(
                "/sandbox/accounts/" + account(), "{\"secret\": \"open sesame\"" + switches + "}");
        threshold(20);
        connection =
                key(
                        """
                        insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, is_enabled, status)
                        values ('Expedia', 'ota', 'expedia', jsonb_build_object('api_key', ?::text, 'api_secret', 'open sesame') || ?::jsonb,
                                jsonb_build_object('test_mode', true, 'hotel', ?::text) || ?::jsonb, true, 'active')
                        returning id
                        """,
                        account(),
                        credentials,
                        "expedia-" + number,
                        configuration.formatted(number));
    }

    /** A hotel that is known at the channel. */
    static ExpediaHouse begin(String switches) {
        return new ExpediaHouse(RunningSerai.shared(), switches, "{\"property_id\": \"%d\"}", "{}");
    }

    /** The same with more in its connection's configuration. */
    static ExpediaHouse begin(String switches, String more) {
        return new ExpediaHouse(
                RunningSerai.shared(), switches, "{\"property_id\": \"%d\", " + more + "}", "{}");
    }

    /** A hotel whose account was granted units and rate plans by GraphQL. */
    static ExpediaHouse pilot() {
        String account = "account-" + (NUMBER.get() + 1);
        return new ExpediaHouse(
                RunningSerai.shared(),
                ", \"product-management\": true",
                "{\"property_id\": \"%d\", \"products\": \"graphql\"}",
                "{\"client_id\": \"" + account + "\", \"client_secret\": \"open sesame\"}");
    }

    /** A hotel that is told of its bookings by Booking Notification. */
    static ExpediaHouse notified() {
        return notified(RunningSerai.shared());
    }

    /** The same in another running Serai. */
    static ExpediaHouse notified(RunningSerai serai) {
        String url = serai.url() + "/webhooks/expedia/reservations";
        return new ExpediaHouse(
                serai,
                ", \"delivery\": \"notification\", \"notification-url\": \""
                        + url
                        + "\", \"notification-user\": \"expedia\", \"notification-password\": \"known to both\"",
                "{\"property_id\": \"%d\", \"reservations\": \"notification\"}",
                "{\"notification_user\": \"expedia\", \"notification_password\": \"known to both\"}");
    }

    /** A hotel whose connection names no hotel at the channel. */
    static ExpediaHouse unknownThere(String switches) {
        return new ExpediaHouse(RunningSerai.shared(), switches, "{\"ean_id\": \"%d\"}", "{}");
    }

    /** A hotel that is not at the channel, of an account that may make it there. */
    static ExpediaHouse toBeMade() {
        return new ExpediaHouse(
                RunningSerai.shared(),
                ", \"property-provider\": \"serai\"",
                "{\"ean_id\": \"%d\", \"property_api\": true}",
                "{}");
    }

    /** Tells the channel's hotel anew, with that least price of the double's first rate plan. */
    void threshold(int least) {
        sandbox.put(
                "/sandbox/hotels/" + number,
                """
                {"name": "Casa do Mar", "currency": "EUR", "accounts": ["%1$s"], "timeZone": "Europe/Lisbon",
                 "pricing": "PerDayPricing", "collects": ["expedia", "hotel"],
                 "rooms": [{"id": "%2$d1", "name": "Garden Double", "maxPersons": 3, "rates": [
                   {"id": "%2$d11", "name": "Standard", "leastRate": %3$d, "mostRate": 2000},
                   {"id": "%2$d12", "name": "Deal", "parent": "%2$d11", "linked": true, "discount": 10},
                   {"id": "%2$d13", "name": "Sleeping", "active": false}]}]}"""
                        .formatted(account(), number, least));
    }

    /** What is known of the least price that the channel takes. */
    String least() {
        return sql().sql(
                        "select min(least_price)::int::text from ota_rate_plans where connection_id = ?")
                .param(connection)
                .query(String.class)
                .single();
    }

    int marks() {
        return count("select count(*)::int from marks where connection_id = ?");
    }

    /** Rooms and rates that the channel does not show any more. */
    int gone() {
        return count(
                "select count(*)::int from ota_rate_plans where connection_id = ? and state = 'gone'");
    }

    private int count(String sql) {
        return key(sql, connection);
    }

    void awaitOpen() {
        await().atMost(Duration.ofSeconds(60)).until(() -> state().equals("open"));
    }

    String state() {
        return sql().sql("select state from third_party_integrations where id = ?")
                .param(connection)
                .query(String.class)
                .single();
    }

    /** Writes a price in cents for the night that many days ahead. */
    void price(int days, long cents) {
        sql().sql(
                        "update rate_nights set prices = array [?::bigint] where product_id = ? and night = ?")
                .params(cents, product, LocalDate.now().plusDays(days))
                .update();
    }

    List<String> refusals() {
        return sql().sql("select words from refusals where connection_id = ?")
                .param(connection)
                .query(String.class)
                .list();
    }

    private int key(String sql, Object... params) {
        return sql().sql(sql).params(params).query(Integer.class).single();
    }

    JdbcClient sql() {
        return serai.sql();
    }

    RunningSerai serai() {
        return serai;
    }

    SandboxClient sandbox() {
        return sandbox;
    }

    int hotel() {
        return hotel;
    }

    int connection() {
        return connection;
    }

    int number() {
        return number;
    }

    String account() {
        return "account-" + number;
    }

    String room() {
        return number + "1";
    }

    /** A rate plan of the double without suffix, by its last digit. */
    String plan(int digit) {
        return number + "1" + digit;
    }
}
