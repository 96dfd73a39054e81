package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a hotel's own system asks of Expedia: products, deposits, a hotel that is not there yet. */
class AskingExpediaTests {

    private static final String TENTH =
            """
            {"policy": {"usual": {"payments": [{"type": "percent", "value": "10", "when": "booking"}, {"type": "rest", "when": "arrival"}]},
                        "exceptions": [{"payments": [{"type": "nights", "value": "1", "when": "booking"}],
                                        "dates": [{"from": "2030-07-01", "to": "2030-08-31", "days": ["fri", "sat"]}]}]}}""";

    private static final String PROPERTY =
            """
            {"property": {"code": "casa-%d", "name": "Casa do Mar", "latitude": "%s", "longitude": "0", "kind": "HOTEL",
              "currency": "EUR", "timeZone": "Europe/Lisbon", "address": {"line1": "Rua do Mar 1", "city": "Lisboa", "country": "PRT"},
              "contacts": {"property": {"phones": [{"number": "210000000"}]}, "reservations": {"firstName": "Rui", "lastName": "Exemplo", "emails": ["rooms@example.com"]},
                           "emergency": {"phones": [{"number": "210000001"}]}},
              "content": {"images": [{"url": "https://example.com/1.jpg"}], "amenities": [%s]},
              "selling": {"rates": "sell", "collects": ["channel", "hotel"]}}}""";

    private static ExpediaHouse house;
    private static Asking asking;

    @BeforeAll
    static void begin() {
        house = ExpediaHouse.begin("");
        asking = new Asking(house);
        house.awaitOpen();
    }

    @Test
    void makesARoomTypeAndItsPlanThatAreThenMappedAndSold() {
        roomType("TWN");

        JsonNode made = asking.settled("products-push", withBeds("TWN"));
        JsonNode again = asking.settled("products-push", "{\"room\": {\"code\": \"TWN\"}}");

        assertThat(made.path("state").asText()).as(made.toString()).isEqualTo("done");
        assertThat(made.at("/answer/rates/0/code").asText()).isEqualTo("STD");
        assertThat(again.at("/answer/room")).isEqualTo(made.at("/answer/room"));
        await().atMost(Duration.ofSeconds(90)).until(() -> mapped("TWN") == 2);
        sell("TWN", LocalDate.now().plusDays(5));
        await().atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                booked(
                                        made.at("/answer/room").asText(),
                                        made.at("/answer/rates/0/rate").asText(),
                                        LocalDate.now().plusDays(5)));
    }

    @Test
    void makesNothingTwiceWhereAnAnswerWasLost() {
        roomType("TPL");
        house.sandbox()
                .put(
                        "/sandbox/faults",
                        "[{\"path\": \"/properties/%d/roomTypes\", \"kind\": \"lost-answer\", \"times\": 1, \"containing\": \"partnerCode\"}]"
                                .formatted(house.number()));

        JsonNode made = asking.settled("products-push", withBeds("TPL"));

        assertThat(made.path("state").asText()).as(made.toString()).isEqualTo("done");
        assertThat(made.path("tries").asInt()).isEqualTo(2);
        assertThat(house.sandbox().get("/sandbox/hotels").body().toString().split("Comfort TPL"))
                .hasSize(2);
    }

    private static void roomType(String code) {
        house.sql()
                .sql(
                        """
                        with room as (insert into room_types (hotel_id, code, name, size, max_guests) values (:hotel, :code, 'Comfort ' || :code, 2, 2) returning id)
                        insert into products (hotel_id, room_type_id, rate_plan_id)
                        select :hotel, room.id, p.id from room, rate_plans p where p.hotel_id = :hotel and p.code = 'STD'
                        """)
                .param("hotel", house.hotel())
                .param("code", code)
                .update();
    }

    private static String withBeds(String code) {
        return "{\"room\": {\"code\": \"%s\", \"bedrooms\": [{\"beds\": [{\"quantity\": 2, \"type\": \"Twin Bed\"}]}]}}"
                .formatted(code);
    }

    private static void sell(String code, LocalDate night) {
        house.sql()
                .sql(
                        """
                        with sold as (select s.id, s.hotel_id, s.room_type_id from products s join room_types t on t.id = s.room_type_id
                                       where t.hotel_id = :hotel and t.code = :code),
                             rooms as (insert into room_nights (room_type_id, night, hotel_id, offered) select room_type_id, :night, hotel_id, 2 from sold
                                       on conflict (room_type_id, night) do update set offered = excluded.offered)
                        insert into rate_nights (product_id, night, hotel_id, prices) select id, :night, hotel_id, array [9000::bigint] from sold
                        on conflict (product_id, night) do update set prices = excluded.prices
                        """)
                .param("hotel", house.hotel())
                .param("code", code)
                .param("night", night)
                .update();
    }

    /** Whether a guest gets a room of it. */
    private static boolean booked(String room, String rate, LocalDate night) {
        return house.sandbox()
                        .post(
                                "/sandbox/hotels/" + house.number() + "/bookings",
                                """
                                {"arrival": "%s", "departure": "%s", "booker": {"firstName": "Ann", "lastName": "Example"},
                                 "rooms": [{"room": "%s", "rate": "%s", "adults": 2}]}"""
                                        .formatted(night, night.plusDays(1), room, rate))
                        .status()
                == 201;
    }

    private int mapped(String room) {
        return house.sql()
                .sql(
                        """
                        select count(*)::int from ota_rate_plans r join products s on s.id = r.product_id join room_types t on t.id = s.room_type_id
                         where r.connection_id = ? and t.code = ? and r.state = 'active'
                        """)
                .params(house.connection(), room)
                .query(Integer.class)
                .single();
    }

    @Test
    void setsAPlanInactiveAndShowsItSo() {
        JsonNode done =
                asking.settled(
                        "products-push",
                        "{\"room\": {\"code\": \"DBL\", \"bedrooms\": [{\"beds\": [{\"type\": \"King Bed\"}]}]}, \"rates\": [{\"code\": \"STD\", \"status\": \"inactive\"}]}");

        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
        String rate = done.at("/answer/rates/0/rate").asText();
        await().atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                house.sql()
                                                .sql(
                                                        "select count(*) from ota_rate_plans where connection_id = ? and remote_plan = ? and remote_status = 'inactive'")
                                                .params(house.connection(), rate)
                                                .query(Integer.class)
                                                .single()
                                        > 0);
    }

    @Test
    void saysInTheChannelsWordsWhatItRefused() {
        JsonNode refused =
                asking.settled(
                        "products-push",
                        "{\"room\": {\"code\": \"DBL\", \"bedrooms\": [{\"beds\": [{\"type\": \"King Bed\"}]}]}, \"rates\": [{\"code\": \"STD\", \"baseGuests\": 2, \"cancellation\": [{\"hours\": 0, \"fee\": \"Everything\"}]}]}");

        assertThat(refused.at("/answer/outcome").asText()).isEqualTo("partly");
        assertThat(refused.path("words").asText())
                .contains("STD REST-2003", "'Everything'", "perStayFee");
    }

    @Test
    void knowsWhatTheHotelDoesNotHave() {
        var unknown = asking.ask("products-push", "{\"room\": {\"code\": \"???\"}}");
        var wrong =
                asking.ask(
                        "products-push",
                        "{\"room\": {\"code\": \"DBL\", \"smoking\": \"cigars\"}}");
        var empty = asking.ask("products-push", "{\"cigars\": true}");

        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("with.room.code: '???'");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("with/room/smoking");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("\"with: property 'cigars'");
    }

    @Test
    void writesReadsAndRemovesADepositPolicy() {
        JsonNode none = asking.settled("deposit-read", "{}");
        JsonNode written = asking.settled("deposit-push", TENTH);

        JsonNode read = asking.settled("deposit-read", "{}");

        assertThat(none.at("/answer/outcome").asText()).isEqualTo("applied");
        assertThat(none.at("/answer").has("policy")).isFalse();
        assertThat(written.path("state").asText()).as(written.toString()).isEqualTo("done");
        assertThat(read.at("/answer/policy/usual/payments/0/value").asText()).isEqualTo("10");
        assertThat(read.at("/answer/policy/exceptions/0/dates/0/days/1").asText()).isEqualTo("sat");
        assertThat(asking.settled("deposit-remove", "{}").path("state").asText()).isEqualTo("done");
    }

    @Test
    void namesTheRuleThatADepositPolicyBreaks() {
        JsonNode refused =
                asking.settled(
                        "deposit-push",
                        "{\"policy\": {\"usual\": {\"payments\": [{\"type\": \"percent\", \"value\": \"60\", \"when\": \"booking\"}, {\"type\": \"percent\", \"value\": \"60\", \"when\": \"arrival\"}]}}}");

        assertThat(refused.path("state").asText()).isEqualTo("refused");
        assertThat(refused.path("words").asText())
                .isEqualTo("REST-3022: The sum of all payments exceeded 100%.");
    }

    @Test
    void makesAHotelAfterItsFaultsWerePutRight() {
        ExpediaHouse fresh = ExpediaHouse.unknownThere(", \"property-provider\": \"serai\"");
        Asking asks = new Asking(fresh);
        String amenities = "{\"code\": \"WIFI_INTERNET\"},".repeat(9) + "{\"code\": \"POOL\"}";
        await().atMost(Duration.ofSeconds(90)).until(() -> !fresh.state().equals("new"));

        JsonNode invalid =
                asks.settled(
                        "property-push",
                        PROPERTY.formatted(fresh.number(), "38.7", "{\"code\": \"POOL\"}"));
        JsonNode failed =
                asks.settled("property-push", PROPERTY.formatted(fresh.number(), "0", amenities));
        JsonNode made =
                asks.settled(
                        "property-push", PROPERTY.formatted(fresh.number(), "38.7", amenities));

        assertThat(invalid.path("words").asText())
                .as(invalid.toString())
                .contains("contents.amenities: at least 10");
        assertThat(failed.path("words").asText())
                .as(failed.toString())
                .contains("InvalidCoordinates: Latitude/longitude cannot be 0/0");
        assertThat(made.path("state").asText()).as(made.toString()).isEqualTo("done");
        assertThat(made.at("/answer/hotel").asText()).matches("[0-9]+");
        fresh.awaitOpen();
    }

    @Test
    void makesNoHotelWhereTheAccountMayNot() {
        JsonNode refused =
                asking.settled(
                        "property-push",
                        PROPERTY.formatted(house.number(), "38.7", "{\"code\": \"POOL\"}"));

        assertThat(refused.path("state").asText()).isEqualTo("refused");
        assertThat(refused.path("words").asText()).contains("REST-1003");
    }
}
