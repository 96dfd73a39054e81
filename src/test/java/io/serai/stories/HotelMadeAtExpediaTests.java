package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.serai.api.ApiClient;
import io.serai.testing.Painted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hotel that is made at Expedia from Serai, step by step, and what is said where it may not. */
class HotelMadeAtExpediaTests {

    private static final String PROPERTY =
            """
            {"kind": "guest-house", "address": {"line1": "Rua do Mar 1", "city": "Lisboa", "country": "PT"},
             "position": {"latitude": "%1$s", "longitude": "%1$s"}, "checkIn": {"from": "15:00"}, "stars": "4",
             "own": {"expedia": {"selling": {"rates": "sell", "collects": ["channel", "hotel"]}}}}""";
    private static final String CONTACTS =
            """
            {"general": {"phone": "+351 210 000 000"}, "emergency": {"phone": "+351 210 000 002"},
             "reservations": {"firstName": "Rui", "lastName": "Exemplo", "email": "rooms@example.com", "phone": "+351 210 000 001"}}""";
    private static final String FACILITIES =
            """
            {"list": [{"code": "lift"}, {"code": "garden"}, {"code": "restaurant"}, {"code": "bar"}, {"code": "sauna"}, {"code": "atm"},
              {"code": "laundry"}, {"code": "library"}, {"code": "concierge"}, {"code": "terrace"}]}""";
    private static final String ROOM =
            """
            {"kind": "double", "class": "deluxe", "view": "sea", "bedrooms": [{"kind": "room", "beds": [{"type": "queen", "count": 1}]}], "amenities": ["tv"]}""";

    private ExpediaHouse house;
    private ApiClient api;

    @Test
    void isThereWithItsRoomsAndPlansAfterWhatWasWrongIsPutRight() {
        describe(ExpediaHouse.toBeMade(), "0");
        String garden = uploaded(601);

        api.post(path("/creation"), "");
        await().atMost(Duration.ofSeconds(120)).until(() -> creation("state").equals("stopped"));
        String told = state().toString();
        write("property", PROPERTY.formatted("38.7"));
        api.post(path("/creation"), "");

        await().atMost(Duration.ofSeconds(90)).until(() -> creation("step").equals("go-live"));
        assertThat(told).contains("position.latitude", "InvalidCoordinates", "cannot be 0/0");
        assertThat(remoteHotel()).matches("[0-9]+");
        JsonNode rooms = ExpediaShelf.of(house, remoteHotel(), "/roomTypes?status=all", "v3");
        assertThat(rooms.toString()).contains("\"DBL\"", "Deluxe Double Room", "Sea View");
        assertThat(
                        ExpediaShelf.of(
                                        house,
                                        remoteHotel(),
                                        "/roomTypes/"
                                                + rooms.at("/0/resourceId").asText()
                                                + "/ratePlans",
                                        "v2")
                                .at("/0/name")
                                .asText())
                .isEqualTo("Standard");
        assertThat(api.post(path("/creation/steps/go-live"), "").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(120)).until(() -> creation("state").equals("done"));

        await().atMost(Duration.ofSeconds(90)).until(() -> photo(garden).equals("live"));
        assertThat(images()).as("told once: with the hotel").hasSize(1);

        api.patch(photos("/" + garden), "{\"captions\": {\"en\": \"The garden\"}}");
        String hall = uploaded(602);
        api.post(photos("/sync"), "");
        await().atMost(Duration.ofSeconds(90)).until(() -> told().size() == 2);
        await().atMost(Duration.ofSeconds(90)).until(() -> photo(hall).equals("live"));
        assertThat(told().at("/0/caption").asText()).isEqualTo("The garden");
        assertThat(images()).hasSize(2).contains(told().at("/1/url").asText());

        await().atMost(Duration.ofSeconds(90)).until(() -> settled("property"));
        elsewhere("name", "\"Written there\"");
        api.post(path("/read?part=" + part("property").path("id").asText()), "");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> field("name").path("state").asText().equals("open"));
        assertThat(field("name").path("theirs").asText()).isEqualTo("Written there");
        assertThat(field("facilities.list").path("state").asText()).isEqualTo("accepted");
        assertThat(field("photos").path("state").asText()).isEqualTo("accepted");

        send("DELETE", photos("/" + hall), HttpRequest.BodyPublishers.noBody());
        api.post(photos("/sync"), "");
        await().atMost(Duration.ofSeconds(90)).until(() -> told().size() == 1);
    }

    private String uploaded(int seed) {
        byte[] picture = Painted.png(700, 700, seed);
        return send("POST", photos(""), HttpRequest.BodyPublishers.ofByteArray(picture))
                .path("id")
                .asText();
    }

    private JsonNode send(String method, String path, HttpRequest.BodyPublisher body) {
        byte[] login = ("content-" + house.number() + ":stub").getBytes(StandardCharsets.UTF_8);
        var request =
                HttpRequest.newBuilder(URI.create(house.serai().url() + path))
                        .header("Content-Type", "image/png")
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(login))
                        .method(method, body)
                        .build();
        try {
            var answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode() / 100).as(answer.body()).isEqualTo(2);
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private String photos(String more) {
        return "/api/content-sync/hotels/" + house.hotel() + "/photos" + more;
    }

    private String photo(String id) {
        return api.get(photos("/" + id)).body().at("/channels/0/state").asText();
    }

    /** What Expedia keeps of images of the hotel, by their addresses. */
    private List<String> images() {
        return house.sql()
                .sql("select url from sandbox.expedia_image where hotel_id = ? order by made")
                .param(Long.valueOf(remoteHotel()))
                .query(String.class)
                .list();
    }

    /** The images of the message by which Expedia was told of the hotel last. */
    private JsonNode told() {
        String property =
                house.sql()
                        .sql(
                                "select property::text from sandbox.expedia_onboarding where hotel_id = ?")
                        .param(Long.valueOf(remoteHotel()))
                        .query(String.class)
                        .single();
        try {
            return new ObjectMapper().readTree(property).at("/contents/0/images");
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** People at Expedia change something of the hotel. */
    private void elsewhere(String member, String value) {
        house.sql()
                .sql(
                        "update sandbox.expedia_onboarding set property = jsonb_set(property, array[?], ?::jsonb) where hotel_id = ?")
                .params(member, value, Long.valueOf(remoteHotel()))
                .update();
    }

    private boolean settled(String name) {
        return part(name).path("state").asText().equals("settled");
    }

    private JsonNode part(String name) {
        for (JsonNode part : state().path("parts")) {
            if (part.path("part").asText().equals(name)) {
                return part;
            }
        }
        return MissingNode.getInstance();
    }

    private JsonNode field(String name) {
        for (JsonNode field : part("property").path("fields")) {
            if (field.path("field").asText().equals(name)) {
                return field;
            }
        }
        return MissingNode.getInstance();
    }

    @Test
    void saysWhereItIsDoneInsteadWhereTheAccountMayMakeNone() {
        describe(ExpediaHouse.unknownThere(""), "38.7");

        api.post(path("/creation"), "");

        await().atMost(Duration.ofSeconds(120)).until(() -> creation("state").equals("stopped"));
        assertThat(state().path("managed").toString())
                .contains("\"property\"", "Partner Central", "ask your account manager");
    }

    private void describe(ExpediaHouse which, String latitude) {
        house = which;
        await().atMost(Duration.ofSeconds(120)).until(() -> !house.state().equals("new"));
        String login = "content-" + house.number();
        house.sql()
                .sql(
                        """
                        with made as (insert into users (login, password_hash, role) values (?, '{noop}stub', 'operator') returning id)
                        insert into user_hotels select id, ? from made
                        """)
                .params(login, house.hotel())
                .update();
        api = new ApiClient(house.serai().url(), login);
        write("property", PROPERTY.formatted(latitude));
        write("contacts", CONTACTS);
        write("facilities", FACILITIES);
        write("descriptions", "{\"about\": {\"en\": \"By the sea.\", \"pt\": \"Junto ao mar.\"}}");
        write("room:DBL", ROOM);
    }

    private void write(String part, String content) {
        var reply =
                api.put("/api/content-sync/hotels/" + house.hotel() + "/parts/" + part, content);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
    }

    private String creation(String what) {
        return state().at("/creation/" + what).asText();
    }

    private JsonNode state() {
        return api.get(path("")).body();
    }

    private String path(String more) {
        return "/api/content-sync/connections/" + house.connection() + more;
    }

    private String remoteHotel() {
        return house.sql()
                .sql("select remote_hotel from third_party_integrations where id = ?")
                .param(house.connection())
                .query(String.class)
                .single();
    }
}
