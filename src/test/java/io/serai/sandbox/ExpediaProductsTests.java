package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpediaProductsTests {

    private static final StandIn CHANNEL = StandIn.shared().expedia();
    private static final String V2 = "application/vnd.expedia.eps.product-v2+json";
    private static final String V3 = "application/vnd.expedia.eps.product-v3+json";
    private static final String TWIN =
            """
            {"partnerCode": "TWN", "name": {"attributes": {"typeOfRoom": "Twin Room", "roomClass": "Comfort", "view": "Sea View"}},
             "ageCategories": [{"category": "Adult", "minAge": 18}], "maxOccupancy": {"total": 2, "adults": 2, "children": 0},
             "bedrooms": [{"count": 1, "bedding": [{"option": [{"quantity": 2, "type": "Twin Bed"}]}]}],
             "smokingPreferences": ["Non-Smoking"], "novelty": {"ignored": true}}""";
    private static final String FLEX =
            """
            {"name": "Flexible", "occupantsForBaseRate": 2, "distributionRules": [
              {"distributionModel": "ExpediaCollect", "partnerCode": "FLEX"},
              {"distributionModel": "HotelCollect", "partnerCode": "FLEX-A"}]}""";

    private final ExpediaHotel hotel = new ExpediaHotel(CHANNEL);
    private final String rooms = "/properties/" + hotel.id + "/roomTypes";

    @Test
    void showsAHotelToItsAccountOnly() {
        var own = get("/products/properties/" + hotel.id, V2);
        var other = get("/products/properties/" + new ExpediaHotel(CHANNEL).id, V2);
        var nobody = CHANNEL.send("GET", "/products/properties/" + hotel.id, null);

        assertThat(entity(own).path("currency").asText()).isEqualTo("EUR");
        assertThat(own.headers().firstValue("Transaction-ID")).isPresent();
        assertThat(own.headers().firstValue("Request-ID")).contains("mine");
        assertThat(code(other, 403)).isEqualTo(1000);
        assertThat(code(nobody, 401)).isEqualTo(1001);
    }

    @Test
    void speaksOnlyTheMediaTypeOfTheResource() {
        assertThat(code(send("GET", rooms, null, V2, V2), 406)).isEqualTo(2406);
        assertThat(code(send("GET", rooms, null, V3, null), 415)).isEqualTo(2415);
        assertThat(code(send("GET", rooms, null, "*/*", V3), 406)).isEqualTo(2406);
        assertThat(get("/products/properties?status=all&limit=200", V2).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAMethodThatAResourceDoesNotHave() {
        assertThat(code(send("DELETE", rooms + "/" + hotel.room, null, V3, V3), 405))
                .isEqualTo(2405);
    }

    @Test
    void hidesANewRoomTypeUntilARatePlanOfItIsActive() {
        var made = send("POST", rooms, TWIN, V3, V3);
        String id = entity(made).path("resourceId").asText();
        List<String> before = ids(get(rooms, V3));
        send("POST", rooms + "/" + id + "/ratePlans", FLEX, V2, V2);

        List<String> after = ids(get(rooms, V3));

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location")).contains(rooms + "/" + id);
        assertThat(entity(made).at("/name/value").asText())
                .isEqualTo("Comfort Twin Room, Sea View");
        assertThat(before).doesNotContain(id);
        assertThat(ids(get(rooms + "?status=all", V3))).contains(id);
        assertThat(after).contains(id);
    }

    @Test
    void refusesASecondRoomTypeOfTheSamePartnerCode() {
        send("POST", rooms, TWIN, V3, V3);

        assertThat(code(send("POST", rooms, TWIN, V3, V3), 409)).isEqualTo(3100);
    }

    @Test
    void namesWhatARoomTypeLacksOrCannotHave() {
        assertThat(code(send("POST", rooms, TWIN.replace("partnerCode", "code"), V3, V3), 400))
                .isEqualTo(2004);
        assertThat(code(send("POST", rooms, TWIN.replace("Non-Smoking", "Cigars"), V3, V3), 400))
                .isEqualTo(2003);
        assertThat(
                        code(
                                send(
                                        "POST",
                                        rooms,
                                        TWIN.replace("\"total\": 2", "\"total\": \"2\""),
                                        V3,
                                        V3),
                                400))
                .isEqualTo(2420);
        assertThat(code(send("POST", rooms, "{", V3, V3), 400)).isEqualTo(2002);
    }

    @Test
    void mergesAPatchOnTheTopLevelOnly() {
        String id = entity(send("POST", rooms, TWIN, V3, V3)).path("resourceId").asText();

        var patched =
                send(
                        "PATCH",
                        rooms + "/" + id,
                        "{\"maxOccupancy\": {\"total\": 3}, \"name\": {\"value\": \"Twin Room\"}}",
                        V3,
                        V3);

        assertThat(entity(patched).path("maxOccupancy").toString()).isEqualTo("{\"total\":3}");
        assertThat(entity(patched).path("name").toString()).isEqualTo("{\"value\":\"Twin Room\"}");
        assertThat(entity(patched).path("partnerCode").asText()).isEqualTo("TWN");
        assertThat(code(send("PATCH", rooms + "/" + id, "{\"bedrooms\": []}", V3, V3), 400))
                .isEqualTo(2004);
    }

    @Test
    void sellsAPlanUnderTwoIdsAndTakesRatesForOne() {
        String plans = rooms + "/" + hotel.room + "/ratePlans";

        var made = send("POST", plans, FLEX, V2, V2);

        String id = entity(made).path("resourceId").asText();
        assertThat(entity(made).at("/distributionRules").findValuesAsText("expediaId"))
                .containsExactly(id, id + "A");
        assertThat(entity(made).at("/distributionRules/0/manageable").asBoolean()).isFalse();
        assertThat(entity(made).at("/distributionRules/1/manageable").asBoolean()).isTrue();
        assertThat(entity(made).path("status").asText()).isEqualTo("Active");
    }

    @Test
    void setsAPlanInactiveAndRemovesIt() {
        String plans = rooms + "/" + hotel.room + "/ratePlans";
        String plan =
                plans + "/" + entity(send("POST", plans, FLEX, V2, V2)).path("resourceId").asText();

        var inactive = send("PATCH", plan, "{\"status\": \"Inactive\"}", V2, V2);
        var removed = send("DELETE", plan, null, V2, null);

        assertThat(entity(inactive).path("status").asText()).isEqualTo("Inactive");
        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(code(get(plan, V2), 404)).isEqualTo(2404);
    }

    @Test
    void showsThresholdsWhereThereAreSome() {
        var known = get(rooms + "/" + hotel.room + "/rateThresholds", V2);
        var unknown = get(rooms + "/" + hotel.single + "/rateThresholds", V2);

        assertThat(entity(known).toString())
                .contains("\"type\":\"SellLAR\"", "\"minAmount\":20", "\"maxAmount\":2000");
        assertThat(code(unknown, 404)).isEqualTo(2404);
    }

    @Test
    void keepsTheAmenitiesOfARoomTypeAsAWhole() {
        String amenities = rooms + "/" + hotel.room + "/amenities";

        send("PUT", amenities, "[{\"code\": \"ROOM_TV\"}]", V2, V2);
        var replaced = send("PUT", amenities, "[{\"code\": \"ROOM_SAFE\"}]", V2, V2);

        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(entity(get(amenities, V2)).toString()).isEqualTo("[{\"code\":\"ROOM_SAFE\"}]");
    }

    private HttpResponse<String> get(String path, String accept) {
        return send("GET", path, null, accept, accept);
    }

    private HttpResponse<String> send(
            String method, String path, String body, String accept, String type) {
        List<String> headers = new ArrayList<>(List.of("Accept", accept, "Request-ID", "mine"));
        headers.addAll(List.of("Authorization", signIn()));
        if (type != null) {
            headers.addAll(List.of("Content-Type", type));
        }
        return CHANNEL.send(method, path, body, headers.toArray(String[]::new));
    }

    private String signIn() {
        byte[] login = (hotel.account + ":open sesame").getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    private static JsonNode entity(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return StandIn.json(answer.body()).path("entity");
    }

    private static List<String> ids(HttpResponse<String> answer) {
        return entity(answer).findValuesAsText("resourceId");
    }

    private static int code(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return StandIn.json(answer.body()).at("/errors/0/code").asInt();
    }
}
