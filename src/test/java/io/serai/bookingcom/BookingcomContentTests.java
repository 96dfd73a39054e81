package io.serai.bookingcom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.breaker.Breakers;
import io.serai.testing.RunningSerai;
import io.serai.testing.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The port content-push in the running Serai, against the stand-in. */
class BookingcomContentTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RunningSerai SERAI = RunningSerai.shared();
    private static final String HOUSE =
            """
            {"code": "HOUSE", "name": "Casa das Flores", "kind": "guest-house", "rooms": 12, "stars": "4",
             "address": {"line1": "Rua das Flores 5", "city": "Lagos", "postalCode": "8600-000", "country": "PT"},
             "position": {"latitude": "37.1", "longitude": "-8.67"}, "checkIn": {"from": "%s", "until": "22:00"}}""";
    private static final String ROOM =
            """
            {"code": "DBL", "rooms": 4, "maxGuests": 2, "kind": "double", "view": "sea",
             "bedrooms": [{"kind": "room", "beds": [{"type": "%s", "count": 1}]}], "amenities": ["shower", "tv"]}""";

    private static final String CONTACTS =
            """
            {"general": {"firstName": "Ann", "lastName": "Example", "email": "desk@example.com", "phone": "+351 282 000 000"}}""";
    private static final String VAT =
            "{\"list\": [{\"type\": \"vat\", \"mode\": \"percent\", \"value\": \"%s\", \"included\": true}]}";
    private static final String FACILITIES =
            "{\"parking\": {\"offered\": \"%s\"}, \"list\": [{\"code\": \"%s\"}]}";
    private static final String TEXTS =
            "{\"about\": {\"en\": \"By the sea\", \"pt\": \"Junto ao mar\"}}";
    private static final String[] HOUSES = {"list", "parking.offered"};

    private static Story story;
    private static long account;

    @BeforeAll
    static void aConnectedAccount() {
        story = Story.begin(3);
        account =
                story.sql()
                        .sql("select account_id from third_party_integrations where id = ?")
                        .param(story.connection())
                        .query(Long.class)
                        .single();
    }

    @BeforeEach
    void closeBreakers() {
        SERAI.part(Breakers.class).closeAll();
    }

    @Test
    void makesAHotelStepByStepUntilItsCheckPasses() {
        String hotel = made("property", "HOUSE", null, HOUSE.formatted("15:00"), "name");
        var tooEarly =
                ask(
                        "content-check",
                        "{\"hotel\": \""
                                + hotel
                                + "\", \"target\": \"test\", \"configuration\": {}}");
        String room =
                made(
                        "room",
                        "DBL",
                        hotel,
                        ROOM.formatted("double"),
                        "kind",
                        "bedrooms",
                        "amenities");
        push(
                "contacts",
                "HOUSE",
                hotel,
                "{\"general\": {\"firstName\": \"Ann\", \"lastName\": \"Example\", \"email\": \"desk@example.com\", \"phone\": \"+351 282 000 000\"}}",
                "general.email");
        String plan = made("rate-plan", "BAR", hotel, "{\"name\": \"Best & flexible\"}", "name");
        push("policies", "HOUSE", hotel, "{\"pets\": {\"allowed\": \"no\"}}", "pets.allowed");
        push(
                "charges",
                "HOUSE",
                hotel,
                "{\"list\": [{\"type\": \"vat\", \"mode\": \"percent\", \"value\": \"6\", \"included\": true}]}",
                "list");
        push(
                "facilities",
                "HOUSE",
                hotel,
                "{\"list\": [{\"code\": \"sauna\"}], \"parking\": {\"offered\": \"free\"}}",
                "list",
                "parking.offered");
        push(
                "descriptions",
                "HOUSE",
                hotel,
                "{\"about\": {\"en\": \"By the sea\", \"pt\": \"Junto ao mar\"}}",
                "about.en",
                "about.pt");
        var product =
                product(
                        hotel,
                        room,
                        plan,
                        true,
                        "{\"maxGuests\": 2, \"plan\": {\"meals\": [\"breakfast\"]}}");
        var check =
                ask(
                        "content-check",
                        "{\"hotel\": \""
                                + hotel
                                + "\", \"target\": \"test\", \"configuration\": {}}");

        var named =
                sold(
                        "rate-plan",
                        hotel,
                        "\"remote\": \"" + plan + "\"",
                        "name",
                        "{\"name\": \"Best\"}");
        var guests =
                sold(
                        "product",
                        hotel,
                        "\"room\": \"%s\", \"ratePlan\": \"%s\"".formatted(room, plan),
                        "maxGuests",
                        "{\"maxGuests\": 1}");
        var unsold = sold("rate-plan", hotel, "\"remote\": \"1\"", "name", "{\"name\": \"Best\"}");

        assertThat(named.at("/shown/name").asText()).as("%s", named).isEqualTo("Best & flexible");
        assertThat(guests.at("/shown/maxGuests").asInt()).as("%s", guests).isEqualTo(2);
        assertThat(unsold.path("outcome").asText()).isEqualTo("refused");
        assertThat(tooEarly.path("outcome").asText()).isEqualTo("refused");
        assertThat(tooEarly.toString()).contains("no active room type");
        assertThat(product.path("outcome").asText()).isEqualTo("applied");
        assertThat(product.path("remote").asText()).isEqualTo(plan);
        assertThat(check.path("outcome").asText()).as("%s", check).isEqualTo("applied");
        assertThat(sent(hotel))
                .contains(
                        "POST /rooms-api/properties/" + hotel + "/units",
                        "PUT /facilities-api/properties/" + hotel + "/rooms/" + room);
    }

    @Test
    void showsWhatIsThereInTheHotelsWordsWhereItIsAsWanted() {
        String hotel = made("property", "HOUSE", null, HOUSE.formatted("15:00"), "name");
        push("policies", "HOUSE", hotel, "{\"pets\": {\"allowed\": \"no\"}}", "pets.allowed");

        var house = shown("property", hotel, HOUSE.formatted("14:00"), "name", "checkIn.from");
        var pets = shown("policies", hotel, "{\"pets\": {\"allowed\": \"no\"}}", "pets.allowed");

        assertThat(house.path("name").asText()).isEqualTo("Casa das Flores");
        assertThat(house.path("checkIn.from").asText()).isEqualTo("15:00");
        assertThat(pets.path("pets.allowed").asText()).isEqualTo("no");
    }

    @Test
    void showsWhatIsThereOfTextsContactsChargesAndFacilities() {
        String hotel = made("property", "HOUSE", null, HOUSE.formatted("15:00"), "name");
        var none = shown("contacts", hotel, CONTACTS, "general.email");
        var untold = shown("descriptions", hotel, TEXTS, "about.en");
        push("contacts", "HOUSE", hotel, CONTACTS, "general.email");
        push("charges", "HOUSE", hotel, VAT.formatted("6"), "list");
        push("facilities", "HOUSE", hotel, FACILITIES.formatted("free", "bar"), "list");
        push("descriptions", "HOUSE", hotel, TEXTS, "about.en", "about.pt");

        var same = shown("facilities", hotel, FACILITIES.formatted("free", "bar"), HOUSES);
        var other = shown("facilities", hotel, FACILITIES.formatted("paid", "sauna"), HOUSES);
        var contacts =
                shown(
                        "contacts",
                        hotel,
                        CONTACTS.replace("+351 282 000 000", "+351282000000").replace("Ann", "Bea"),
                        "general.phone",
                        "general.firstName");
        var texts = shown("descriptions", hotel, TEXTS.replace("By the sea", "Inland"), "about.en");

        assertThat(none.path("general.email").isNull()).isTrue();
        assertThat(untold.path("about.en").isNull()).isTrue();
        assertThat(same.at("/list/0/code").asText()).isEqualTo("bar");
        assertThat(same.path("parking.offered").asText()).isEqualTo("free");
        assertThat(other.path("parking.offered").asText()).contains("FREE");
        assertThat(other.path("list").isTextual()).isTrue();
        assertThat(contacts.path("general.phone").asText()).isEqualTo("+351282000000");
        assertThat(contacts.path("general.firstName").asText()).isEqualTo("Ann Example");
        assertThat(texts.path("about.en").asText()).isEqualTo("By the sea");
        assertThat(shown("charges", hotel, VAT.formatted("6"), "list").at("/list/0/type").asText())
                .isEqualTo("vat");
        assertThat(shown("charges", hotel, VAT.formatted("23"), "list").path("list").asText())
                .contains("VAT", "6");
    }

    @Test
    void saysWhyNothingIsShownOfAHotelThatIsNotTheAccounts() {
        var answer = read("charges", "1", VAT.formatted("6"), "list");

        assertThat(answer.path("outcome").asText()).isEqualTo("refused");
        assertThat(answer.at("/items/0/words").asText()).contains("property 1");
    }

    /** What is shown of a rate plan, or of what is sold. */
    private static JsonNode sold(
            String kind, String hotel, String ids, String field, String content) {
        return ask(
                "content-read",
                """
                {"hotel": "%s", "target": "test", "part": {"kind": "%s", "id": "BAR", %s}, "create": false, "again": false,
                 "changed": ["%s"], "content": %s, "configuration": {}}"""
                        .formatted(hotel, kind, ids, field, content));
    }

    private static JsonNode shown(String kind, String hotel, String content, String... fields) {
        var answer = read(kind, hotel, content, fields);
        assertThat(answer.path("outcome").asText()).as("%s", answer).isEqualTo("applied");
        return answer.path("shown");
    }

    private static JsonNode read(String kind, String hotel, String content, String... fields) {
        return ask(
                "content-read",
                """
                {"hotel": "%s", "target": "test", "part": {"kind": "%s", "id": "HOUSE"}, "create": false, "again": false,
                 "changed": ["%s"], "content": %s, "configuration": {"legal_entity_id": "77"}}"""
                        .formatted(hotel, kind, String.join("\", \"", fields), content));
    }

    @Test
    void sendsOneChangedTextAlone() {
        String hotel = made("property", "HOUSE", null, HOUSE.formatted("15:00"), "name");
        push(
                "descriptions",
                "HOUSE",
                hotel,
                "{\"about\": {\"en\": \"By the sea\", \"pt\": \"Junto ao mar\"}}",
                "about.en",
                "about.pt");
        int before = sent(hotel).size();

        var answer =
                push(
                        "descriptions",
                        "HOUSE",
                        hotel,
                        "{\"about\": {\"en\": \"By the sea\", \"pt\": \"Mesmo ao mar\"}}",
                        "about.pt");

        assertThat(answer.path("outcome").asText()).isEqualTo("applied");
        assertThat(sent(hotel)).hasSize(before + 1);
        assertThat(bodies(hotel).get(before))
                .contains("Mesmo ao mar", "pt-pt")
                .doesNotContain("By the sea");
    }

    @Test
    void namesTheFieldsOfOursThatTheChannelRefused() {
        var answer =
                request(
                        "property",
                        "HOUSE",
                        null,
                        HOUSE.formatted("15:15").replace("Lagos", "ラゴス拉各斯"),
                        true,
                        "checkIn.from",
                        "address.city");

        assertThat(answer.path("outcome").asText()).isEqualTo("refused");
        assertThat(fields(answer)).containsExactlyInAnyOrder("checkIn.from", "address.city");
        assertThat(answer.path("reference").asText()).isNotBlank();
    }

    @Test
    void keepsTheRoomThatWasMadeWhereItsFacilitiesAreRefused() {
        String hotel = made("property", "HOUSE", null, HOUSE.formatted("15:00"), "name");
        faults(
                "[{\"path\": \"/facilities-api/properties/"
                        + hotel
                        + "/rooms\", \"kind\": \"error\", \"status\": 400, \"code\": \"320\", \"times\": 1}]");

        var answer =
                request(
                        "room",
                        "DBL",
                        hotel,
                        ROOM.formatted("double"),
                        true,
                        "kind",
                        "bedrooms",
                        "amenities");
        faults("[]");

        assertThat(answer.path("outcome").asText()).isEqualTo("partly");
        assertThat(answer.path("remote").asText()).isNotBlank();
        assertThat(fields(answer)).containsExactly("amenities");
    }

    @Test
    void findsARoomAgainThatWasMadeWithoutAnAnswer() {
        String hotel = made("property", "HOUSE", null, HOUSE.formatted("15:00"), "name");
        faults(
                "[{\"path\": \"/rooms-api/properties/"
                        + hotel
                        + "/units\", \"kind\": \"lost-answer\", \"times\": 1}]");
        var lost =
                request("room", "DBL", hotel, ROOM.formatted("double"), true, "kind", "bedrooms");
        faults("[]");

        var again =
                tell(
                        "room",
                        "DBL",
                        hotel,
                        ROOM.formatted("double"),
                        ", \"create\": true, \"again\": true",
                        "kind",
                        "bedrooms");

        assertThat(lost.path("outcome").asText()).isEqualTo("unknown");
        assertThat(again.path("outcome").asText()).isEqualTo("applied");
        assertThat(
                        sent(hotel).stream()
                                .filter(
                                        call ->
                                                call.equals(
                                                        "POST /rooms-api/properties/"
                                                                + hotel
                                                                + "/units")))
                .hasSize(1);
    }

    @Test
    void clearsAChargeThatTheHotelHasNoMore() {
        String hotel = made("property", "HOUSE", null, HOUSE.formatted("15:00"), "name");
        push(
                "charges",
                "HOUSE",
                hotel,
                "{\"list\": [{\"type\": \"vat\", \"mode\": \"percent\", \"value\": \"6\", \"included\": true}, {\"type\": \"cleaning-fee\", \"mode\": \"per-stay\", \"value\": \"20\", \"included\": false}]}",
                "list");

        push(
                "charges",
                "HOUSE",
                hotel,
                "{\"list\": [{\"type\": \"vat\", \"mode\": \"percent\", \"value\": \"6\", \"included\": true}]}",
                "list");
        int before = sent(hotel).size();
        push("charges", "HOUSE", hotel, "{}", "list");

        assertThat(bodies(hotel).get(before + 1))
                .contains("VAT", "\"configuration\":null")
                .doesNotContain("CLEANINGFEE");
    }

    private static String made(
            String kind, String id, String hotel, String content, String... changed) {
        var answer = request(kind, id, hotel, content, true, changed);
        assertThat(answer.path("outcome").asText()).as("%s", answer).isEqualTo("applied");
        return answer.path("remote").asText();
    }

    private static JsonNode push(
            String kind, String id, String hotel, String content, String... changed) {
        var answer = request(kind, id, hotel, content, false, changed);
        assertThat(answer.path("outcome").asText()).as("%s", answer).isEqualTo("applied");
        return answer;
    }

    private static JsonNode request(
            String kind,
            String id,
            String hotel,
            String content,
            boolean create,
            String... changed) {
        return tell(kind, id, hotel, content, ", \"again\": false, \"create\": " + create, changed);
    }

    private static JsonNode tell(
            String kind, String id, String hotel, String content, String more, String... changed) {
        return ask(
                "content-push",
                """
                {%s"target": "test", "part": {"kind": "%s", "id": "%s"}, "changed": ["%s"], "content": %s,
                 "configuration": {"legal_entity_id": "77"}%s}"""
                        .formatted(
                                hotel == null ? "" : "\"hotel\": \"" + hotel + "\", ",
                                kind,
                                id,
                                String.join("\", \"", changed),
                                content,
                                more));
    }

    private static JsonNode product(
            String hotel, String room, String plan, boolean create, String content) {
        return ask(
                "content-push",
                """
                {"hotel": "%s", "target": "test", "part": {"kind": "product", "id": "DBL/BAR", "room": "%s", "ratePlan": "%s"},
                 "create": %b, "again": false, "changed": ["maxGuests", "plan.meals"], "content": %s, "configuration": {}}"""
                        .formatted(hotel, room, plan, create, content));
    }

    private static JsonNode ask(String port, String request) {
        var answer =
                SERAI.part(ProducerTemplate.class)
                        .request(
                                "direct:bookingcom-" + port,
                                exchange -> {
                                    exchange.getMessage().setBody(request);
                                    exchange.getMessage().setHeader("Serai-Account", account);
                                    exchange.getMessage()
                                            .setHeader("Serai-Connection", story.connection());
                                    exchange.setProperty("baseUrl", SERAI.sandboxUrl());
                                });
        assertThat(answer.getException()).isNull();
        try {
            return JSON.readTree(answer.getMessage().getBody(String.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fields(JsonNode answer) {
        var all = new ArrayList<String>();
        answer.path("items")
                .forEach(item -> item.path("fields").forEach(field -> all.add(field.asText())));
        return all;
    }

    private static void faults(String faults) {
        story.sandbox().put("/sandbox/faults", faults);
    }

    /** What was sent about a hotel that the sandbox made, method and path. */
    private static List<String> sent(String hotel) {
        return calls(hotel).stream()
                .map(call -> call.path("method").asText() + " " + call.path("path").asText())
                .toList();
    }

    private static List<String> bodies(String hotel) {
        return calls(hotel).stream().map(call -> call.path("body").asText()).toList();
    }

    private static List<JsonNode> calls(String hotel) {
        return StreamSupport.stream(
                        story.sandbox()
                                .get("/sandbox/calls?limit=100000")
                                .body()
                                .path("calls")
                                .spliterator(),
                        false)
                .filter(
                        call ->
                                call.path("path").asText().contains(hotel)
                                        || call.path("body").asText().contains(hotel))
                .toList();
    }
}
