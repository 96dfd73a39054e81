package io.serai.sandbox.expedia.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.PricingModel;
import io.serai.sandbox.expedia.property.RatePlan;
import io.serai.sandbox.expedia.property.RoomType;
import io.serai.sandbox.wire.Json;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rate plans as GraphQL shows them. */
final class RatePlanView {

    private RatePlanView() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> of(
            Hotel hotel, RoomType room, RatePlan plan, @Nullable Map<String, Object> policy) {
        JsonNode kept = Json.read(plan.details(), JsonNode.class);
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", plan.id()).put("propertyId", Long.toString(hotel.id()));
        shown.put("unitId", room.id()).put("name", plan.name());
        shown.put("status", plan.active() ? "ACTIVE" : "INACTIVE").put("type", "STANDALONE");
        shown.put("pricingModel", word(plan.pricing()))
                .put("baseRateGuestCount", plan.baseGuests());
        shown.putObject("restrictions")
                .putObject("lengthOfStay")
                .put("min", plan.leastLos())
                .put("max", plan.mostLos());
        shown.putArray("valueAdds");
        if (plan.collects().contains(Collect.HOTEL)) {
            shown.putObject("agencyModelConfig")
                    .put("agencyRatePlanId", plan.id())
                    .put("supplierCode", code(kept, Collect.HOTEL, plan))
                    .put("paymentScheduleApplicable", kept.path("depositRequired").asBoolean());
        }
        if (plan.collects().contains(Collect.EXPEDIA)) {
            shown.putObject("merchantModelConfig")
                    .put("merchantRatePlanId", plan.id())
                    .put("supplierCode", code(kept, Collect.EXPEDIA, plan))
                    .put("taxInclusive", hotel.taxInclusive());
        }
        Map<String, Object> map = Json.read(shown.toString(), Map.class);
        if (policy != null) {
            map.put("cancellationPolicyConfig", policy);
        }
        return map;
    }

    private static String code(JsonNode kept, Collect collect, RatePlan plan) {
        for (JsonNode rule : kept.path("distributionRules")) {
            if (rule.path("distributionModel").asText().equals(collect.word())) {
                return rule.path("partnerCode").asText();
            }
        }
        return collect.idOf(plan.id());
    }

    /** PerDayPricing is PER_DAY_PRICING. */
    private static String word(PricingModel pricing) {
        return pricing.word().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    static PricingModel pricing(String word) {
        for (PricingModel model : PricingModel.values()) {
            if (word(model).equals(word)) {
                return model;
            }
        }
        throw Refused.input("pricingModel " + word + " is not offered to this property");
    }

    /** What is kept of a plan, with what an input says laid over it. */
    static ObjectNode kept(RatePlan plan, JsonNode input) {
        ObjectNode kept = Json.read(plan.details(), ObjectNode.class);
        ArrayNode rules = JsonNodeFactory.instance.arrayNode();
        rule(rules, Collect.EXPEDIA, input.path("merchantModelConfig"));
        rule(rules, Collect.HOTEL, input.path("agencyModelConfig"));
        if (!rules.isEmpty()) {
            kept.set("distributionRules", rules);
        }
        JsonNode deposit = input.at("/agencyModelConfig/paymentScheduleApplicable");
        if (deposit.isBoolean()) {
            kept.put("depositRequired", deposit.asBoolean());
        }
        if (input.hasNonNull("cancellationPolicyConfigId")) {
            kept.put(
                    "cancellationPolicyConfigId",
                    input.path("cancellationPolicyConfigId").asText());
        }
        return kept;
    }

    private static void rule(ArrayNode rules, Collect collect, JsonNode config) {
        if (config.hasNonNull("supplierCode")) {
            rules.addObject()
                    .put("distributionModel", collect.word())
                    .put("partnerCode", config.path("supplierCode").asText());
        }
    }
}
