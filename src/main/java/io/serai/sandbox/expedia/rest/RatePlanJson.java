package io.serai.sandbox.expedia.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.RatePlan;
import io.serai.sandbox.expedia.property.RoomType;
import java.util.HashMap;
import java.util.Map;

/** Writes rate plans as the Product API shows them. */
final class RatePlanJson {

    private RatePlanJson() {}

    static String path(Hotel hotel, RoomType room, String plan) {
        return "/properties/" + hotel.id() + "/roomTypes/" + room.id() + "/ratePlans/" + plan;
    }

    /** A rate plan of a room type; what only this face knows of it stands in its details. */
    static ObjectNode of(Hotel hotel, RoomType room, RatePlan plan) {
        ObjectNode json = Entity.parse(plan.details());
        Map<String, String> codes = new HashMap<>();
        json.path("distributionRules")
                .forEach(
                        rule ->
                                codes.put(
                                        rule.path("distributionModel").asText(),
                                        rule.path("partnerCode").asText()));
        json.set("resourceId", Entity.id(plan.id()));
        json.put("name", plan.name());
        json.put("rateAcquisitionType", hotel.net() ? "NetRate" : "SellLAR");
        json.put("status", plan.active() ? "Active" : "Inactive");
        json.put("pricingModel", plan.pricing().word());
        json.put("occupantsForBaseRate", plan.baseGuests());
        json.put("minLOSDefault", plan.leastLos()).put("maxLOSDefault", plan.mostLos());
        if (!json.has("type")) {
            json.put("type", "Standalone");
        }
        ArrayNode rules = json.putArray("distributionRules");
        plan.collects().stream()
                .sorted()
                .forEach(collect -> rules.add(rule(hotel, plan, collect, codes)));
        ObjectNode links = json.putObject("_links");
        links.putObject("self").put("href", path(hotel, room, plan.id()));
        if (plan.parent() != null) {
            links.putObject("parentRatePlan").put("href", path(hotel, room, plan.parent()));
            json.putObject("ratePlanLinkage").put("deriveAvailabilityStatus", plan.linked());
        }
        return json;
    }

    private static ObjectNode rule(
            Hotel hotel, RatePlan plan, Collect collect, Map<String, String> codes) {
        String id = collect.idOf(plan.id());
        return JsonNodeFactory.instance
                .objectNode()
                .put("expediaId", id)
                .put("partnerCode", codes.getOrDefault(collect.word(), id))
                .put("distributionModel", collect.word())
                .put("manageable", id.equals(hotel.manageableId(plan)));
    }
}
