package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.serai.api.ApiClient;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a hotel says of itself, its room types and its rate plans, part by part at Expedia. */
class ContentAtExpediaTests {

    private static final String ANSWER = "content-push.json#/definitions/answer";
    private static final String FACILITIES =
            """
            {"code": "lift"}, {"code": "garden"}, {"code": "restaurant"}, {"code": "bar"}, {"code": "sauna"}, {"code": "atm"},
            {"code": "laundry"}, {"code": "library"}, {"code": "concierge"}, {"code": "terrace"}, {"code": "solarium"}""";

    private static ExpediaHouse house;
    private static ExpediaPorts ports;

    @BeforeAll
    static void begin() {
        house = ExpediaHouse.begin("");
        ports = new ExpediaPorts(house);
        house.awaitOpen();
    }

    @Test
    void makesARoomTypeOnceAndSaysItsAmenities() {
        JsonNode made = room("TWN", null, "[\"tv\", \"desk\", \"radio\"]", "sea");
        JsonNode again = room("TWN", null, "[\"tv\", \"desk\", \"radio\"]", "sea");

        assertThat(made.path("outcome").asText()).as(made.toString()).isEqualTo("applied");
        assertThat(again.path("remote")).isEqualTo(made.path("remote"));
        assertThat(made.at("/items/0/outcome").asText()).isEqualTo("note");
        assertThat(made.at("/items/0/words").asText()).contains("radio");
        assertThat(shown("/roomTypes/" + made.path("remote").asText(), "v3").toString())
                .contains("Comfort Twin Room", "Sea View", "\"squareMeters\":20");
        assertThat(shown("/roomTypes/" + made.path("remote").asText() + "/amenities", "v2"))
                .hasSize(2);

        String known =
                roomRequest("TWN", made.path("remote").asText())
                        .replace("\"kind\", \"amenities\"", "\"kind\", \"amenities\", \"view\"")
                        .replace(
                                "\"amenities\": []",
                                "\"amenities\": [\"tv\", \"desk\", \"radio\"]");
        JsonNode same = ports.call("content-room-read", ANSWER, known);
        JsonNode other =
                ports.call("content-room-read", ANSWER, known.replace("\"sea\"", "\"city\""));

        assertThat(same.path("shown").toString())
                .isEqualTo(
                        "{\"kind\":\"twin\",\"amenities\":[\"tv\",\"desk\",\"radio\"],\"view\":\"sea\"}");
        assertThat(other.at("/shown/view").asText()).contains("Sea View");
    }

    @Test
    void sendsNothingOfAPlanThatIsThereAsTheHotelWantsIt() {
        String login = "content-expedia-" + house.number();
        var user = ApiClient.user(house.serai(), login, "operator", house.hotel());
        String path = "/api/content-sync/connections/" + house.connection();

        user.post(path + "/sync", "");

        JsonNode plan =
                await().atMost(Duration.ofSeconds(60))
                        .until(
                                () -> part(user.get(path).body(), "product:DBL~STD"),
                                it -> it.path("state").asText().equals("settled"));
        assertThat(plan.path("readAt").asText()).isNotEmpty();
        assertThat(plan.path("sentAt").asText("")).isIn("", "null");
    }

    private static JsonNode part(JsonNode state, String name) {
        for (JsonNode part : state.path("parts")) {
            if (part.path("part").asText().equals(name)) {
                return part;
            }
        }
        return MissingNode.getInstance();
    }

    @Test
    void namesTheFieldThatExpediaRefuses() {
        JsonNode refused =
                ports.call(
                        "content-room",
                        ANSWER,
                        part("room", "SUI", "", "")
                                + "\"changed\": [\"kind\"], \"content\": {\"kind\": \"suite\", \"maxGuests\": 2, \"bedrooms\": [{\"kind\": \"room\", \"beds\": [{\"type\": \"cot\", \"count\": 1}]}]}}");

        assertThat(refused.path("outcome").asText()).as(refused.toString()).isEqualTo("refused");
        assertThat(refused.at("/items/0/code").asText()).isEqualTo("REST-2004");
    }

    @Test
    void sellsARatePlanForARoomTypeWithItsRulesOfCancelling() {
        String room = room("DBX", null, "[]", "garden").path("remote").asText();

        JsonNode made = product(room, null, "\"penalty\": \"percent\", \"value\": \"50\"");
        JsonNode odd =
                product(
                        room,
                        made.path("remote").asText(),
                        "\"penalty\": \"percent\", \"value\": \"15\"");

        String plan = "/roomTypes/" + room + "/ratePlans/" + made.path("remote").asText();
        assertThat(made.path("outcome").asText()).as(made.toString()).isEqualTo("applied");
        assertThat(shown(plan, "v2").toString())
                .contains("50PercentCostOfStay", "\"deadline\":24", "Free Breakfast", "\"FLEX\"");
        JsonNode read =
                ports.call(
                        "content-product-read",
                        ANSWER,
                        productRequest(
                                room,
                                made.path("remote").asText(),
                                "\"penalty\": \"percent\", \"value\": \"50\""));
        assertThat(read.path("outcome").asText()).as(read.toString()).isEqualTo("applied");
        assertThat(read.at("/shown/plan.cancellation.penalty").asText()).isEqualTo("percent");
        assertThat(read.at("/shown/plan.meals/0").asText()).isEqualTo("breakfast");
        assertThat(odd.path("outcome").asText()).isEqualTo("partly");
        assertThat(odd.at("/items/0/fields/0").asText()).isEqualTo("plan.cancellation");
    }

    @Test
    void makesARoomTypeAndItsPlanByGraphQlWhereItIsGranted() {
        ExpediaHouse pilot = ExpediaHouse.pilot();
        ExpediaPorts its = new ExpediaPorts(pilot);
        pilot.awaitOpen();
        String way = "\"configuration\": {\"products\": \"graphql\"}, ";

        String suite =
                of(pilot, roomRequest("TWN", ""))
                        .replace("\"changed\"", way + "\"changed\"")
                        .replace(
                                "\"count\": 2}]}]",
                                "\"count\": 2}]}, {\"kind\": \"room\", \"beds\": [{\"type\": \"queen\", \"count\": 1}]}]");
        JsonNode unit = its.call("content-room", ANSWER, suite);
        assertThat(unit.path("outcome").asText()).as(unit.toString()).isEqualTo("applied");
        String room = unit.path("remote").asText();
        String sold =
                of(pilot, productRequest(room, null, "\"penalty\": \"nights\", \"value\": \"1\""))
                        .replace("\"changed\"", way + "\"changed\"");
        JsonNode plan = its.call("content-product", ANSWER, sold);
        JsonNode again = its.call("content-product", ANSWER, sold);
        JsonNode gone =
                its.call(
                        "content-product",
                        ANSWER,
                        sold.replace("\"id\": \"DBX", "\"remote\": \"77\", \"id\": \"DBX")
                                .replace("\"FLEX\"", "\"OTHER\""));

        assertThat(again.path("remote")).isEqualTo(plan.path("remote"));
        assertThat(gone.path("outcome").asText()).as(gone.toString()).isEqualTo("refused");
        assertThat(gone.at("/items/0/words").asText()).contains("no rate plan 77");
        assertThat(
                        pilot.sql()
                                .sql(
                                        "select count(*) from sandbox.expedia_cancel_policy where hotel_id = ?")
                                .param(pilot.number())
                                .query(Integer.class)
                                .single())
                .isOne();
        assertThat(ExpediaShelf.read(pilot, "/roomTypes/" + room, "v3").path("bedrooms"))
                .hasSize(2);
        assertThat(plan.path("outcome").asText()).as(plan.toString()).isEqualTo("applied");
        assertThat(
                        ExpediaShelf.read(pilot, "/roomTypes/" + room, "v3")
                                .path("partnerCode")
                                .asText())
                .isEqualTo("TWN");
        assertThat(
                        ExpediaShelf.read(
                                        pilot,
                                        "/roomTypes/"
                                                + room
                                                + "/ratePlans/"
                                                + plan.path("remote").asText(),
                                        "v2")
                                .path("name")
                                .asText())
                .isEqualTo("Flexible");
    }

    @Test
    void makesAHotelThatIsLookedAtAndThenHasANumber() {
        ExpediaHouse fresh = ExpediaHouse.unknownThere(", \"property-provider\": \"serai\"");
        ExpediaPorts its = new ExpediaPorts(fresh);
        await().atMost(Duration.ofSeconds(60)).until(() -> !fresh.state().equals("new"));

        JsonNode few =
                its.call("content-property", ANSWER, property(fresh, "{\"code\": \"lift\"}"));
        JsonNode taken = its.call("content-property", ANSWER, property(fresh, FACILITIES));

        assertThat(few.path("outcome").asText()).as(few.toString()).isEqualTo("refused");
        assertThat(few.at("/items/0/fields/0").asText()).isEqualTo("facilities");
        assertThat(taken.path("outcome").asText()).as(taken.toString()).isEqualTo("pending");
        assertThat(taken.path("ask").asText()).isEqualTo("content-property-status");
        JsonNode made =
                await().atMost(Duration.ofSeconds(60))
                        .until(
                                () ->
                                        its.call(
                                                "content-property-status",
                                                ANSWER,
                                                property(fresh, FACILITIES)),
                                it -> it.path("outcome").asText().equals("applied"));
        assertThat(made.path("remote").asText()).matches("[0-9]+");
        assertThat(made.at("/items/0/words").asText()).contains("solarium");
    }

    @Test
    void saysSoWhereTheAccountMayMakeNoHotel() {
        JsonNode refused = ports.call("content-property", ANSWER, property(house, FACILITIES));

        assertThat(refused.path("outcome").asText()).as(refused.toString()).isEqualTo("refused");
        assertThat(refused.at("/items/0/code").asText()).isEqualTo("REST-1003");
    }

    private static String of(ExpediaHouse other, String request) {
        return request.replace("\"hotel\": \"" + house.number(), "\"hotel\": \"" + other.number());
    }

    private static JsonNode room(String code, String remote, String amenities, String view) {
        return ports.call(
                "content-room",
                ANSWER,
                roomRequest(code, remote == null ? "" : remote)
                        .replace("\"sea\"", "\"" + view + "\"")
                        .replace("\"amenities\": []", "\"amenities\": " + amenities));
    }

    private static String roomRequest(String code, String remote) {
        String content =
                """
                "changed": ["kind", "amenities"], "content": {"code": "%s", "kind": "twin", "class": "comfort", "maxGuests": 2, "squareMeters": "20",
                  "bedrooms": [{"kind": "room", "beds": [{"type": "twin", "count": 2}]}], "view": "sea", "smoking": "no", "amenities": []}}"""
                        .formatted(code);
        return part("room", code, remote, "") + content;
    }

    private static JsonNode product(String room, String remote, String penalty) {
        return ports.call("content-product", ANSWER, productRequest(room, remote, penalty));
    }

    private static String productRequest(String room, String remote, String penalty) {
        String content =
                """
                "changed": ["plan.name"], "content": {"room": "DBX", "maxGuests": 2, "plan": {"code": "FLEX", "name": "Flexible", "pricing": "per-day",
                  "meals": ["breakfast"], "cancellation": {"code": "C", "freeUntilHours": 24, %s}}}}"""
                        .formatted(penalty);
        return part(
                        "product",
                        "DBX/FLEX",
                        remote == null ? "" : remote,
                        ", \"room\": \"" + room + "\"")
                + content;
    }

    private static String property(ExpediaHouse of, String facilities) {
        return """
        {"target": "test", "part": {"kind": "property", "id": "%1$s"}, "create": true, "again": false, "changed": ["name"], "content": {
          "code": "%1$s", "name": "Casa do Mar", "timeZone": "Europe/Lisbon", "currency": "EUR", "rooms": 5, "kind": "hotel",
          "address": {"line1": "Rua do Mar 1", "city": "Lisboa", "country": "PT"}, "position": {"latitude": "38.7", "longitude": "-9.1"},
          "checkIn": {"from": "15:00"}, "descriptions": {"about": {"en": "By the sea."}}, "facilities": {"list": [%2$s]},
          "contacts": {"general": {"phone": "+351 210 000 000"}, "emergency": {"phone": "+351 210 000 002"},
            "reservations": {"firstName": "Rui", "lastName": "Exemplo", "email": "rooms@example.com", "phone": "+351 210 000 001"}},
          "own": {"images": [{"url": "https://example.com/1.jpg"}], "selling": {"rates": "sell", "collects": ["channel", "hotel"]}}}}"""
                .formatted("casa-" + of.number(), facilities);
    }

    private static String part(String kind, String id, String remote, String more) {
        return "{\"hotel\": \"%d\", \"target\": \"test\", \"create\": %b, \"again\": false, \"part\": {\"kind\": \"%s\", \"id\": \"%s\"%s%s}, "
                .formatted(
                        house.number(),
                        remote.isEmpty(),
                        kind,
                        id,
                        remote.isEmpty() ? "" : ", \"remote\": \"" + remote + "\"",
                        more);
    }

    /** What Expedia shows of something of the house. */
    private static JsonNode shown(String path, String version) {
        return ExpediaShelf.read(house, path, version);
    }
}
