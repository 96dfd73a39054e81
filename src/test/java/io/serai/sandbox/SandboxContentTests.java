package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class SandboxContentTests {

    private static final StandIn CHANNEL = StandIn.shared();
    private static final String PROPERTY =
            """
            {"property_name": "Example Garden House", "booking_property_category": 204, "room_count": 12,
             "physical_address": {"address_line": "Rua das Flores 5", "city_name": "Lagos", "country_code": "PT", "postal_code": "8600-000"},
             "position": {"latitude": 37.1, "longitude": -8.67},
             "check_in": {"from": "15:00", "until": "22:30"}, "check_out": {"until": "11:00"}%s}""";
    private static final String NEW = ", \"target\": \"%s\", \"legal_entity_id\": 77";
    private static final String UNIT =
            """
            {"configuration": {"unit_type_id": 9, "rooms": [{"type": "GUEST_ROOM", "bed_configurations": [
               {"is_default_configuration": true, "beds": [{"bed_type_id": 3, "bed_count": 1}]}%s]}]},
             "unit_name_id": 255, "number_of_units": 4, "occupancy_details": {"max_guests": 2, "max_adults": 2}}""";

    private final TestHotel hotel = new TestHotel(CHANNEL);

    @Test
    void makesAPropertyStepByStepUntilAllChecksPass() {
        long property = make("production");

        var before = check(property);
        long unit = unit(property);
        long plan = plan(property);
        var product = product(property, unit, plan, "<MealPlan MealPlanCode=\"19\"/>");
        send("PUT", "/contacts-api/properties/" + property + "/contacts", contacts("general"));
        send(
                "PUT",
                "/facilities-api/properties/" + property,
                "[{\"facility_id\": 11, \"state\": \"PRESENT\"}]");
        send(
                "PUT",
                "/property-api/properties/" + property + "/description",
                "{\"text\": \"By the sea\"}");
        var after = check(property);
        var opened = status(property, "Open");

        assertThat(fields(before))
                .containsExactly("contacts", "units", "roomrates", "description", "facilities");
        assertThat(product.body()).contains("<Success/>");
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(
                        hotel.post(
                                        "/hotels/xml/rooms",
                                        "<request><hotel_id>" + property + "</hotel_id></request>")
                                .body())
                .contains("room_name=\"Double Room\"")
                .contains("rate id=\"" + plan + "\"");
    }

    @Test
    void takesPricesOfWhatWasMadeSo() {
        long property = make("test");
        long unit = unit(property);
        long plan = plan(property);
        product(property, unit, plan, "");

        var answer = hotel.rates(TestHotel.price(1, hotel.control(unit, plan, 1, 5), 9_900, ""));

        assertThat(answer.body()).contains("<Success/>");
    }

    @Test
    void knowsTheRatePlansOfAHotelThatTheControlFaceMade() {
        var answer = product(hotel.id, hotel.doubleRoom, 1, "<MealPlan MealPlanCode=\"19\"/>");
        var unknown = product(hotel.id, hotel.doubleRoom, 17, "");

        assertThat(answer.body()).contains("<Success/>");
        assertThat(unknown.body()).contains("RATE_ID_INVALID");
    }

    @Test
    void doesNotOpenATestProperty() {
        long property = make("test");
        product(property, unit(property), plan(property), "");
        send("PUT", "/contacts-api/properties/" + property + "/contacts", contacts("general"));
        send(
                "PUT",
                "/facilities-api/properties/" + property,
                "[{\"facility_id\": 11, \"state\": \"PRESENT\"}]");
        send(
                "PUT",
                "/property-api/properties/" + property + "/description",
                "{\"text\": \"By the sea\"}");

        assertThat(check(property).statusCode()).isEqualTo(200);
        assertThat(status(property, "Open").body()).contains("a test property cannot be opened");
    }

    @Test
    void namesEachFieldOfAPropertyThatIsWrong() {
        var answer =
                send(
                        "POST",
                        "/property-api/properties",
                        """
                        {"property_name": "12", "booking_property_category": 204, "room_count": 1, "colour": "red",
                         "physical_address": {"address_line": "", "city_name": "Lagos", "country_code": "PT"},
                         "position": {"latitude": 97.1, "longitude": -8.67},
                         "check_in": {"until": "22:15"}, "target": "test", "legal_entity_id": 7}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(fields(answer))
                .contains("property_name", "colour", "physical_address.address_line")
                .contains("position.latitude", "check_in.from", "check_in.until");
        assertThat(codes(answer)).contains(321, 394);
    }

    @Test
    void changesAPropertyOnlyWithAllThatIsRequired() {
        long property = make("test");

        var part = send("PATCH", "/property-api/properties/" + property, "{\"stars\": \"4\"}");
        var whole =
                send(
                        "PATCH",
                        "/property-api/properties/" + property,
                        PROPERTY.formatted(", \"stars\": \"4\""));

        assertThat(fields(part)).contains("property_name", "position", "check_in");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(
                        json(send("GET", "/property-api/properties/" + property, null))
                                .at("/data/stars")
                                .asText())
                .isEqualTo("4");
    }

    @Test
    void refusesAnOtherVersionOfAModule() {
        var answer =
                CHANNEL.send(
                        "GET",
                        "/rooms-api/meta",
                        null,
                        "Authorization",
                        hotel.bearer(),
                        "Accept-Version",
                        "1.1");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void wantsExactlyOneUsualSetOfBeds() {
        long property = make("test");
        var second =
                ", {\"is_default_configuration\": true, \"beds\": [{\"bed_type_id\": 1, \"bed_count\": 2}]}";

        var answer =
                send(
                        "POST",
                        "/rooms-api/properties/" + property + "/units",
                        UNIT.formatted(second));
        var inactive =
                send(
                        "POST",
                        "/rooms-api/properties/" + property + "/units",
                        UNIT.formatted("").replace("\"bed_type_id\": 3", "\"bed_type_id\": 2"));

        assertThat(fields(answer)).containsExactly("configuration.rooms[0].bed_configurations");
        assertThat(inactive.statusCode()).isEqualTo(400);
    }

    @Test
    void refusesChargesThatOverlapOrHaveNoBase() {
        long property = make("test");
        var path = "/charges-api/properties/" + property + "/charges";

        var overlapping =
                send(
                        "POST",
                        path,
                        charge(
                                "CLEANINGFEE",
                                "PER_STAY",
                                "[]",
                                period("2030-01-01", "2030-06-30")
                                        + ","
                                        + period("2030-06-30", "2030-12-31")));
        var baseless =
                send(
                        "POST",
                        path,
                        charge(
                                "VAT",
                                "PERCENTAGE",
                                "[\"TAXES\"]",
                                period("2030-01-01", "2030-06-30")));
        var wrongMode =
                send(
                        "POST",
                        path,
                        charge("VAT", "PER_STAY", "[]", period("2030-01-01", "2030-06-30")));
        var good =
                send(
                        "POST",
                        path,
                        charge(
                                "VAT",
                                "PERCENTAGE",
                                "[\"NET_ROOM_PRICE\"]",
                                period("2030-01-01", "2030-06-30")));

        assertThat(fields(overlapping))
                .containsExactly("$.property_charges[0].charge_periods[1].applicable");
        assertThat(fields(baseless))
                .containsExactly(
                        "$.property_charges[0].charge_periods[0].configuration.amount.base");
        assertThat(fields(wrongMode))
                .containsExactly(
                        "$.property_charges[0].charge_periods[0].configuration.amount.mode");
        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(send("GET", path, null).body())
                .contains("\"VAT\"")
                .doesNotContain("CLEANINGFEE");
    }

    @Test
    void answersEachSectionOfSettingsByItself() {
        long property = make("test");

        var answer =
                send(
                        "POST",
                        "/property-api/properties/" + property + "/settings",
                        """
                        {"pets": {"pets_allowed": "PETS_NOT_ALLOWED"},
                         "age_buckets": [{"min_age": 5, "max_age": 9}, {"min_age": 3, "max_age": 12}]}""");

        assertThat(json(answer).at("/data/pets/success").asBoolean()).isTrue();
        assertThat(json(answer).at("/data/age_buckets/success").asBoolean()).isFalse();
    }

    @Test
    void keepsNoContactThatIsNotToldAgainAndWantsAGeneralOne() {
        long property = make("test");
        var path = "/contacts-api/properties/" + property + "/contacts";
        send("PUT", path, contacts("general\"}, {\"type\": \"invoices"));

        var without = send("PUT", path, contacts("invoices"));
        var twice = send("PUT", path, contacts("general\"}, {\"type\": \"general"));
        send("PUT", path, contacts("general"));

        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(send("GET", path, null).body()).doesNotContain("invoices");
    }

    @Test
    void leavesFacilitiesThatAreNotToldAndRefusesParkingWithoutDetails() {
        long property = make("test");
        var path = "/facilities-api/properties/" + property;
        send(
                "PUT",
                path,
                "[{\"facility_id\": 11, \"state\": \"PRESENT\"}, {\"facility_id\": 10, \"state\": \"PRESENT\"}]");

        var parking = send("PUT", path, "[{\"facility_id\": 2, \"state\": \"PRESENT\"}]");
        send("PUT", path, "[{\"facility_id\": 10, \"state\": \"MISSING\"}]");

        assertThat(fields(parking)).containsExactly("property_facility_list[0]");
        assertThat(send("GET", path, null).body())
                .contains("\"facility_id\":11")
                .doesNotContain("\"facility_id\":10");
    }

    @Test
    void renamesClosesAndOpensARatePlanAndRefusesOneThatIsUnknown() {
        long property = make("test");
        long unit = unit(property);
        long plan = plan(property);
        product(property, unit, plan, "");

        var renamed =
                ratePlan(
                        property,
                        "<RatePlan RatePlanNotifType=\"Overlay\" RatePlanCode=\"%d\"><Description Name=\"Best\"/></RatePlan>"
                                .formatted(plan));
        var removed =
                ratePlan(
                        property,
                        "<RatePlan RatePlanNotifType=\"Remove\" RatePlanCode=\"%d\"/>"
                                .formatted(plan));
        var rooms =
                hotel.post(
                        "/hotels/xml/rooms",
                        "<request><hotel_id>" + property + "</hotel_id></request>");
        var unknown =
                ratePlan(
                        property, "<RatePlan RatePlanNotifType=\"Activate\" RatePlanCode=\"17\"/>");

        assertThat(renamed.body()).contains("<Success/>");
        assertThat(removed.body()).contains("<Success/>");
        assertThat(rooms.body()).doesNotContain("rate id=");
        assertThat(unknown.body()).contains("RATE_ID_INVALID");
    }

    @Test
    void makesAndClosesARoomTypeByOta() {
        long property = make("test");

        var made =
                ota(
                        "OTA_HotelInvNotif",
                        "Test",
                        "<SellableProducts HotelCode=\"%d\"><SellableProduct InvStatusType=\"Initial\" InvNotifType=\"New\"><GuestRoom RoomID=\"DBL\"><Occupancy MaxOccupancy=\"2\"/><Room RoomType=\"Double\"/></GuestRoom></SellableProduct></SellableProducts>"
                                .formatted(property));
        long room =
                Long.parseLong(
                        made.body().replaceAll("(?s).*ResponseInvCode=\"([0-9]+)\".*", "$1"));
        var closed =
                ota(
                        "OTA_HotelInvNotif",
                        "Test",
                        "<SellableProducts HotelCode=\"%d\"><SellableProduct InvStatusType=\"Deactivated\" InvNotifType=\"Overlay\" InvCode=\"%d\"/></SellableProducts>"
                                .formatted(property, room));

        assertThat(made.body()).contains("RequestInvCode=\"DBL\"");
        assertThat(closed.body()).contains("<Success/>");
        assertThat(
                        hotel.post(
                                        "/hotels/xml/rooms",
                                        "<request><hotel_id>" + property + "</hotel_id></request>")
                                .body())
                .doesNotContain("<room ");
    }

    @Test
    void refusesAMessageForTheOtherTargetAndAnotherAccountsProperty() {
        long property = make("test");
        var other = new TestHotel(CHANNEL);

        var production =
                ota(
                        "OTA_HotelRatePlanNotif",
                        "Production",
                        "<RatePlans HotelCode=\"%d\"/>".formatted(property));
        var theirs =
                CHANNEL.send(
                        "GET",
                        "/property-api/properties/" + property,
                        null,
                        "Authorization",
                        other.bearer());

        assertThat(production.statusCode()).isEqualTo(400);
        assertThat(theirs.statusCode()).isEqualTo(403);
    }

    private long make(String target) {
        var answer =
                send("POST", "/property-api/properties", PROPERTY.formatted(NEW.formatted(target)));
        return json(answer).at("/data/property_id").asLong();
    }

    private long unit(long property) {
        return json(send(
                        "POST", "/rooms-api/properties/" + property + "/units", UNIT.formatted("")))
                .at("/data/unit_id")
                .asLong();
    }

    private long plan(long property) {
        var answer =
                ratePlan(
                        property,
                        "<RatePlan RatePlanNotifType=\"New\" RatePlanID=\"STD\"><Description Name=\"Standard\"/></RatePlan>");
        return Long.parseLong(
                answer.body().replaceAll("(?s).*ResponseRatePlanCode=\"([0-9]+)\".*", "$1"));
    }

    private HttpResponse<String> ratePlan(long property, String plan) {
        return ota(
                "OTA_HotelRatePlanNotif",
                target(property),
                "<RatePlans HotelCode=\"%d\">%s</RatePlans>".formatted(property, plan));
    }

    private HttpResponse<String> product(long property, long unit, long plan, String meals) {
        return ota(
                "OTA_HotelProductNotif",
                target(property),
                """
                <HotelProducts HotelCode="%d"><HotelProduct ProductNotifType="New">
                <RoomTypes><RoomType RoomTypeCode="%d" MaxOccupancy="2"/></RoomTypes>
                <RatePlans><RatePlan RatePlanCode="%d"/></RatePlans>
                <ValueAddInclusions>%s</ValueAddInclusions></HotelProduct></HotelProducts>"""
                        .formatted(property, unit, plan, meals));
    }

    private String target(long property) {
        return json(send("GET", "/property-api/properties/" + property, null))
                        .at("/data/target")
                        .asText()
                        .equals("test")
                ? "Test"
                : "Production";
    }

    private HttpResponse<String> ota(String name, String target, String list) {
        return hotel.post(
                "/hotels/ota/" + name,
                "<%sRQ xmlns=\"http://www.opentravel.org/OTA/2003/05\" Target=\"%s\">%s</%sRQ>"
                        .formatted(name, target, list, name));
    }

    private HttpResponse<String> check(long property) {
        return status(property, "Check");
    }

    private HttpResponse<String> status(long property, String operation) {
        return send(
                "POST",
                "/property-api/properties/" + property + "/status",
                "{\"operation\": \"" + operation + "\"}");
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return body == null
                ? hotel.get(path)
                : CHANNEL.send(
                        method,
                        path,
                        body,
                        "Authorization",
                        hotel.bearer(),
                        "Content-Type",
                        "application/json");
    }

    private static String contacts(String types) {
        return """
        {"contacts": [{"contact_profiles": [{"type": "%s"}], "email": "desk@example.com",
          "contact_person": {"name": "Ann Example", "language_code": "en-gb"},
          "phones": [{"phone_number": "+351 282 000 000", "phone_tech_type": 1}]}]}"""
                .formatted(types);
    }

    private static String charge(String type, String mode, String base, String periods) {
        return """
        {"property_charges": [{"charge_key": {"type": "%s", "guest_origin": "ANY", "travel_purpose": "ANY"}, "charge_periods": [%s]}]}"""
                .formatted(type, periods.replace("MODE", mode).replace("BASE", base));
    }

    private static String period(String from, String to) {
        return """
        {"applicable": {"from": "%s", "to": "%s"}, "configuration": {"excluded": true, "amount": {"value": 6, "mode": "MODE", "base": BASE}}}"""
                .formatted(from, to);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return StandIn.json(answer.body());
    }

    private static java.util.List<String> fields(HttpResponse<String> answer) {
        return json(answer).at("/errors").findValues("fields").stream()
                .map(all -> all.get(0).asText())
                .toList();
    }

    private static java.util.List<Integer> codes(HttpResponse<String> answer) {
        return json(answer).at("/errors").findValues("code").stream().map(JsonNode::asInt).toList();
    }
}
