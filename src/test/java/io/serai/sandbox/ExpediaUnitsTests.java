package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ExpediaUnitsTests {

    private static final StandIn CHANNEL = StandIn.shared().expedia();
    private static final String UNIT =
            """
            {"propertyId": "%d", "supplierUnitId": "TWN", "nameConfig": {"attributes": {"unitType": "Twin Room", "unitClass": "Comfort"}},
             "ageCategories": [{"category": "Adult", "minAge": 18}], "smokingPolicy": "NON_SMOKING",
             "bedGroups": [{"beds": [{"quantity": 2, "type": "Twin Bed"}]}], "maxOccupancy": {"total": 2, "adults": 2, "children": 0},
             "area": {"unit": "SQUARE_METERS", "value": 20}}""";
    private static final String POLICY =
            """
            {"propertyId": "%d", "name": "FLEX", "defaultPolicies": [{"type": "CUSTOM", "tiers": [
              {"cancellationWindow": {"cutoff": 24, "temporalUnit": "HOUR"},
               "penaltyRules": [{"applicability": "BOOKING_TOTAL", "type": "NUMBER_OF_NIGHTS", "numberOfNights": 1}]}]}]}""";

    private final ExpediaHotel hotel =
            new ExpediaHotel(CHANNEL, ", \"product-management\": true", "");
    private final GraphClient partner = new GraphClient(hotel);

    @Test
    void makesAUnitThatBothInterfacesShow() {
        JsonNode made = mutate("createUnit", "unit { id nameConfig { value } }", unit());

        JsonNode shown =
                partner.data(
                                "query($id: String!) { property(id: $id) { units { id ids { id idSource } bedGroups { beds { type quantity } } area { value } status { state } } } }",
                                "{\"id\": \"" + hotel.id + "\"}")
                        .at("/property/units");
        JsonNode unit = withId(shown, made.at("/unit/id").asText());
        assertThat(made.at("/unit/nameConfig/value").asText()).isEqualTo("Comfort Twin Room");
        assertThat(unit.at("/ids/1/id").asText()).isEqualTo("TWN");
        assertThat(unit.at("/bedGroups/0/beds/0/type").asText()).isEqualTo("Twin Bed");
        assertThat(unit.at("/area/value").asInt()).isEqualTo(20);
        assertThat(unit.at("/status/state").asText()).isEqualTo("INACTIVE");
    }

    @Test
    void changesOnlyWhatAnUpdateSays() {
        String id = mutate("createUnit", "unit { id }", unit()).at("/unit/id").asText();

        JsonNode changed =
                mutate(
                        "updateUnit",
                        "unit { maxOccupancy { total } smokingPolicy nameConfig { value } }",
                        "{\"unitId\": \"" + id + "\", \"maxOccupancy\": {\"total\": 3}}");

        assertThat(changed.at("/unit/maxOccupancy/total").asInt()).isEqualTo(3);
        assertThat(changed.at("/unit/nameConfig/value").asText()).isEqualTo("Comfort Twin Room");
    }

    @Test
    void sellsAPlanByItsRulesOfCancelling() {
        String policy =
                mutate(
                                "createCancellationPolicyConfig",
                                "cancellationPolicyConfig { id }",
                                policy())
                        .at("/cancellationPolicyConfig/id")
                        .asText();

        JsonNode made = mutate("createRatePlan", "ratePlan { id status }", plan(policy));

        JsonNode plans =
                partner.data(
                                "query($p: ID!, $u: ID!) { ratePlansByUnitId(propertyId: $p, unitId: $u) { id name pricingModel agencyModelConfig { supplierCode } cancellationPolicyConfig { id } } }",
                                "{\"p\": \"%d\", \"u\": \"%s\"}".formatted(hotel.id, hotel.room))
                        .path("ratePlansByUnitId");
        JsonNode plan = withId(plans, made.at("/ratePlan/id").asText());
        assertThat(made.at("/ratePlan/status").asText()).isEqualTo("ACTIVE");
        assertThat(plan.path("name").asText()).isEqualTo("Flexible");
        assertThat(plan.path("pricingModel").asText()).isEqualTo("OCCUPANCY_BASED_PRICING");
        assertThat(plan.at("/agencyModelConfig/supplierCode").asText()).isEqualTo("FLEX");
        assertThat(plan.at("/cancellationPolicyConfig/id").asText()).isEqualTo(policy);
    }

    @Test
    void refusesAPartnerThatWasNotGrantedItAndAPlanWithoutAPolicy() {
        ExpediaHotel other = new ExpediaHotel(CHANNEL);

        String code =
                error(
                        new GraphClient(other),
                        "mutation($input: CreateUnitInput!) { createUnit(input: $input) { unit { id } } }",
                        "{\"input\": " + UNIT.formatted(other.id) + "}");
        String unknown =
                error(
                        partner,
                        "mutation($input: CreateRatePlanInput!) { createRatePlan(input: $input) { ratePlan { id } } }",
                        "{\"input\": " + plan("1") + "}");

        assertThat(code).isEqualTo("FORBIDDEN");
        assertThat(unknown).isEqualTo("BAD_USER_INPUT");
    }

    private String unit() {
        return UNIT.formatted(hotel.id);
    }

    private String policy() {
        return POLICY.formatted(hotel.id);
    }

    private String plan(String policy) {
        return """
        {"propertyId": "%d", "unitId": "%s", "name": "Flexible", "type": "STANDALONE", "pricingModel": "OCCUPANCY_BASED_PRICING",
         "cancellationPolicyConfigId": "%s", "agencyModelConfig": {"paymentScheduleApplicable": false, "supplierCode": "FLEX"},
         "merchantModelConfig": {"taxInclusive": false, "supplierCode": "FLEX"}, "valueAdds": []}"""
                .formatted(hotel.id, hotel.room, policy);
    }

    private static JsonNode withId(JsonNode list, String id) {
        for (JsonNode one : list) {
            if (one.path("id").asText().equals(id)) {
                return one;
            }
        }
        throw new AssertionError("no " + id + " in " + list);
    }

    private static String error(GraphClient partner, String query, String variables) {
        return partner.ask(query, variables).at("/errors/0/extensions/code").asText();
    }

    private JsonNode mutate(String name, String selection, String input) {
        String type = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Input";
        return partner.data(
                        "mutation($input: %s!) { %s(input: $input) { %s } }"
                                .formatted(type, name, selection),
                        "{\"input\": " + input + "}")
                .path(name);
    }
}
