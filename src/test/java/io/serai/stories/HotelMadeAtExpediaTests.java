package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A hotel that is made at Expedia from Serai, step by step, and what is said where it may not. */
class HotelMadeAtExpediaTests {

    private static final String PROPERTY =
            """
            {"kind": "guest-house", "address": {"line1": "Rua do Mar 1", "city": "Lisboa", "country": "PT"},
             "position": {"latitude": "%1$s", "longitude": "%1$s"}, "checkIn": {"from": "15:00"}, "stars": "4",
             "own": {"expedia": {"images": [{"url": "https://example.com/1.jpg"}], "selling": {"rates": "sell", "collects": ["channel", "hotel"]}}}}""";
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
