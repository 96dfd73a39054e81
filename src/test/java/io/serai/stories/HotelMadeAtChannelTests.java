package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient;
import io.serai.channel.account.ChannelAccounts;
import io.serai.channel.breaker.Breakers;
import io.serai.testing.RunningSerai;
import io.serai.testing.SandboxClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A hotel that is made at Booking.com's stand-in from what it says of itself, and kept so. */
class HotelMadeAtChannelTests {

    private static final RunningSerai SERAI = RunningSerai.shared();

    private final SandboxClient sandbox = new SandboxClient(SERAI.sandboxUrl());
    private final long earlier = lastCall();
    private final String name = "made-" + UUID.randomUUID().toString().substring(0, 8);
    private int hotel;
    private int connection;
    private ApiClient api;

    @Test
    void isMadeStepByStepAndToldOnlyWhatChangesAfterwards() {
        aHotelThatSaysWhatItIs();
        connect();

        api.post(path("/creation"), "");
        doneThere("legal-entity");
        doneThere("licence");
        doneThere("open");

        until(() -> state().at("/creation/state").asText().equals("done"));
        var parts = parts();
        String number = state().path("remoteHotel").asText(remoteHotel());
        assertThat(parts)
                .contains(
                        "property: settled",
                        "room:DBL: settled",
                        "rate-plan:BAR: settled",
                        "product:DBL~BAR: settled",
                        "contacts: settled",
                        "charges: settled",
                        "facilities: settled",
                        "descriptions: settled");
        assertThat(calls(number))
                .containsSubsequence(
                        "POST /rooms-api/properties/" + number + "/units",
                        "PUT /contacts-api/properties/" + number + "/contacts",
                        "POST /hotels/ota/OTA_HotelRatePlanNotif",
                        "POST /property-api/properties/" + number + "/settings",
                        "POST /charges-api/properties/" + number + "/charges",
                        "PUT /facilities-api/properties/" + number,
                        "PUT /property-api/properties/" + number + "/description",
                        "POST /hotels/ota/OTA_HotelProductNotif",
                        "POST /property-api/properties/" + number + "/status");

        int before = content(number).size();
        write(
                "descriptions",
                "{\"about\": {\"en\": \"Right by the sea\", \"pt\": \"Junto ao mar\"}}");
        api.post(path("/sync"), "");
        until(() -> content(number).size() > before);
        until(() -> part("descriptions").path("state").asText().equals("settled"));

        assertThat(content(number).subList(before, content(number).size()))
                .containsExactly("PUT /property-api/properties/" + number + "/description");
        assertThat(field("descriptions", "about.en").path("state").asText()).isEqualTo("accepted");
        assertThat(field("policies", "pets.allowed").path("reference").asText()).isNotBlank();

        writtenThere(number);
        assertThat(api.post(path("/read"), "").status()).isEqualTo(202);
        until(() -> field("descriptions", "about.en").path("state").asText().equals("open"));
        until(() -> field("contacts", "general.phone").path("state").asText().equals("open"));
        until(() -> field("facilities", "parking.offered").path("state").asText().equals("open"));
        until(() -> field("charges", "list").path("state").asText().equals("open"));

        assertThat(field("descriptions", "about.en").path("theirs").asText())
                .isEqualTo("Written there");
        assertThat(field("facilities", "list").path("state").asText()).isEqualTo("accepted");
        until(() -> !part("product:DBL~BAR").path("readAt").asText("").isEmpty());
        assertThat(part("rate-plan:BAR").path("readAt").asText()).isNotEmpty();

        api.post(path("/sync"), "");
        until(() -> field("charges", "list").path("state").asText().equals("accepted"));
        until(() -> field("descriptions", "about.en").path("state").asText().equals("accepted"));
        assertThat(shownThere(number, "contacts")).contains("+351 282 000 000");
        assertThat(shownThere(number, "description/en-gb")).contains("Right by the sea");
    }

    /** People at the channel change something of each part that can be read. */
    private static void writtenThere(String number) {
        there(number, "description/en-gb", "jsonb_set(data, '{text}', '\"Written there\"')");
        there(
                number,
                "contacts",
                "jsonb_set(data, '{contacts,0,phones,0,phone_number}', '\"+351 900 000 000\"')");
        there(number, "facilities", "replace(data::text, '\"FREE\"', '\"PAID\"')::jsonb");
        there(
                number,
                "charge/property/VAT/ANY/ANY",
                "jsonb_set(data, '{charge_periods,0,configuration,amount,value}', '23')");
    }

    private static void there(String number, String part, String changed) {
        int rows =
                SERAI.sql()
                        .sql(
                                "update sandbox.content_part set data = %s where hotel_id = ? and part = ?"
                                        .formatted(changed))
                        .params(Long.valueOf(number), part)
                        .update();
        assertThat(rows).as(part).isOne();
    }

    private static String shownThere(String number, String part) {
        return SERAI.sql()
                .sql("select data::text from sandbox.content_part where hotel_id = ? and part = ?")
                .params(Long.valueOf(number), part)
                .query(String.class)
                .single();
    }

    @Test
    void isRefusedFieldByFieldUntilTheHotelPutsItRight() {
        aHotelThatSaysWhatItIs();
        write("property", property("15:15"));
        connect();

        api.post(path("/creation"), "");
        doneThere("legal-entity");

        until(() -> state().at("/creation/state").asText().equals("stopped"));
        assertThat(field("property", "checkIn.from").path("state").asText()).isEqualTo("refused");
        assertThat(state().at("/creation/words").asText()).isNotBlank();

        write("property", property("15:30"));
        api.post(path("/creation"), "");
        until(() -> part("property").path("state").asText().equals("settled"));

        assertThat(field("property", "checkIn.from").path("state").asText()).isEqualTo("accepted");
    }

    private void aHotelThatSaysWhatItIs() {
        SERAI.part(Breakers.class).closeAll();
        sandbox.put("/sandbox/accounts/" + name, "{\"secret\": \"open\"}");
        hotel =
                key(
                        "insert into hotels (code, name, time_zone, currency) values (?, 'Casa das Flores', 'Europe/Lisbon', 'EUR') returning id",
                        name);
        int room =
                key(
                        "insert into room_types (hotel_id, code, name, size, max_guests) values (?, 'DBL', 'Double', 5, 2) returning id",
                        hotel);
        int plan =
                key(
                        "insert into rate_plans (hotel_id, code, name) values (?, 'BAR', 'Best flexible') returning id",
                        hotel);
        key(
                "insert into products (hotel_id, room_type_id, rate_plan_id) values (?, ?, ?) returning id",
                hotel,
                room,
                plan);
        int user =
                key(
                        "insert into users (login, password_hash, role) values (?, '{noop}stub', 'operator') returning id",
                        name);
        key("insert into user_hotels values (?, ?) returning hotel_id", user, hotel);
        api = new ApiClient(SERAI.url(), name);
        write("property", property("15:00"));
        write(
                "room:DBL",
                "{\"kind\": \"double\", \"view\": \"sea\", \"bedrooms\": [{\"kind\": \"room\", \"beds\": [{\"type\": \"double\", \"count\": 1}]}], \"amenities\": [\"shower\", \"tv\"]}");
        write(
                "contacts",
                "{\"general\": {\"firstName\": \"Ann\", \"lastName\": \"Example\", \"email\": \"desk@example.com\", \"phone\": \"+351 282 000 000\"}}");
        write("policies", "{\"pets\": {\"allowed\": \"no\"}, \"payment\": [\"visa\", \"cash\"]}");
        write(
                "charges",
                "{\"list\": [{\"type\": \"vat\", \"mode\": \"percent\", \"value\": \"6\", \"included\": true}]}");
        write(
                "facilities",
                "{\"list\": [{\"code\": \"sauna\", \"charge\": \"paid\"}, {\"code\": \"outdoor-pool\"}, {\"code\": \"indoor-pool\"}, {\"code\": \"restaurant\"}], \"parking\": {\"offered\": \"free\", \"reserve\": \"no\"}, \"internet\": {\"offered\": \"free\", \"where\": \"everywhere\"}, \"breakfast\": {\"served\": true, \"price\": \"14\", \"kinds\": [\"buffet\"]}}");
        write("descriptions", "{\"about\": {\"en\": \"By the sea\", \"pt\": \"Junto ao mar\"}}");
        write("rate-plan:BAR", "{\"meals\": [\"breakfast\"]}");
    }

    private static String property(String checkIn) {
        return """
        {"kind": "guest-house", "stars": "4",
         "address": {"line1": "Rua das Flores 5", "city": "Lagos", "postalCode": "8600-000", "country": "PT"},
         "position": {"latitude": "37.1", "longitude": "-8.67"}, "checkIn": {"from": "%s"}}"""
                .formatted(checkIn);
    }

    private void connect() {
        long account =
                SERAI.part(ChannelAccounts.class)
                        .take("booking.com", "test", Map.of("api_key", name, "api_secret", "open"));
        connection =
                key(
                        """
                        insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, hotel_id, account_id, state)
                        values ('made', 'ota', 'booking.com', '{}', '{"test_mode": true, "legal_entity_id": "77"}', ?, ?, 'reading') returning id
                        """,
                        hotel,
                        account);
    }

    private void doneThere(String step) {
        until(
                () ->
                        stream(state().at("/creation/steps"))
                                .anyMatch(
                                        each ->
                                                each.path("step").asText().equals(step)
                                                        && each.path("state")
                                                                .asText()
                                                                .equals("there")));
        assertThat(api.post(path("/creation/steps/" + step), "").status()).isEqualTo(200);
    }

    private void write(String part, String content) {
        var reply = api.put("/api/content-sync/hotels/" + hotel + "/parts/" + part, content);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
    }

    private static long lastCall() {
        return SERAI.sql()
                .sql("select coalesce(max(call_id), 0) from sandbox.call")
                .query(Long.class)
                .single();
    }

    private List<String> calls(String number) {
        return stream(
                        sandbox.get("/sandbox/calls?limit=100000&since=" + earlier)
                                .body()
                                .path("calls"))
                .filter(
                        call ->
                                call.path("path").asText().contains(number)
                                        || call.path("body").asText().contains(number))
                .filter(call -> !call.path("method").asText().equals("GET"))
                .map(call -> call.path("method").asText() + " " + call.path("path").asText())
                .toList();
    }

    /** Without what goes to every connection by itself. */
    private List<String> content(String number) {
        return calls(number).stream().filter(call -> !call.contains("/hotels/xml/")).toList();
    }

    private List<String> parts() {
        return stream(state().path("parts"))
                .map(each -> each.path("part").asText() + ": " + each.path("state").asText())
                .toList();
    }

    private String remoteHotel() {
        return SERAI.sql()
                .sql("select remote_hotel from third_party_integrations where id = ?")
                .param(connection)
                .query(String.class)
                .single();
    }

    private String path(String below) {
        return "/api/content-sync/connections/" + connection + below;
    }

    private JsonNode state() {
        return api.get(path("")).body();
    }

    private JsonNode part(String part) {
        return stream(state().path("parts"))
                .filter(each -> each.path("part").asText().equals(part))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode field(String part, String field) {
        return stream(part(part).path("fields"))
                .filter(each -> each.path("field").asText().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private void until(Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .conditionEvaluationListener(
                        met -> {
                            if (met.getRemainingTimeInMS() < 500) {
                                System.out.println("STATE " + state());
                            }
                        })
                .until(holds);
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static int key(String sql, Object... params) {
        return SERAI.sql().sql(sql).params(params).query(Integer.class).single();
    }
}
