package io.serai.sandbox.expedia.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.RatePlan;
import io.serai.sandbox.expedia.property.RoomType;
import io.serai.sandbox.wire.Json;
import java.util.Map;

/** Room types as units: what GraphQL calls otherwise than the Product API, and back. */
final class UnitView {

    /** Name of an attribute by GraphQL, then by the Product API. */
    private static final Map<String, String> NAMES =
            Map.of(
                    "unitType", "typeOfRoom",
                    "unitClass", "roomClass",
                    "bedroomDetails", "bedroomDetails",
                    "view", "view",
                    "featuredAmenity", "featuredAmenity",
                    "location", "area",
                    "customLabel", "customLabel");

    private static final Map<String, String> SMOKING =
            Map.of(
                    "NON_SMOKING", "[\"Non-Smoking\"]",
                    "SMOKING", "[\"Smoking\"]",
                    "SMOKING_AND_NON_SMOKING", "[\"Smoking\",\"Non-Smoking\"]");

    private UnitView() {}

    /** A room type as GraphQL shows it. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> of(Hotel hotel, RoomType room) {
        JsonNode kept = Json.read(room.details(), JsonNode.class);
        ObjectNode unit = JsonNodeFactory.instance.objectNode();
        unit.put("id", room.id()).put("propertyId", Long.toString(hotel.id()));
        ArrayNode ids = unit.putArray("ids");
        ids.addObject().put("id", room.id()).put("idSource", "EXPEDIA");
        if (room.partnerCode() != null) {
            ids.addObject().put("id", room.partnerCode()).put("idSource", "SUPPLIER");
        }
        ObjectNode name = unit.putObject("nameConfig").put("value", room.name());
        ObjectNode attributes = name.putObject("attributes");
        NAMES.forEach(
                (ours, theirs) ->
                        attributes.put(ours, kept.at("/name/attributes/" + theirs).asText("")));
        unit.set("ageCategories", list(kept.path("ageCategories")));
        ObjectNode guests = unit.putObject("maxOccupancy").put("total", room.maxPersons());
        guests.put("adults", kept.at("/maxOccupancy/adults").asInt(room.maxPersons()));
        guests.put("children", kept.at("/maxOccupancy/children").asInt());
        ArrayNode groups = unit.putArray("bedGroups");
        kept.at("/bedrooms/0/bedding")
                .forEach(choice -> groups.addObject().set("beds", choice.path("option")));
        unit.put("smokingPolicy", smoking(kept.path("smokingPreferences")));
        if (kept.has("floorSize")) {
            unit.putObject("area")
                    .put("unit", "SQUARE_METERS")
                    .put("value", kept.at("/floorSize/squareMeters").asInt());
        }
        boolean active = room.plans().values().stream().anyMatch(RatePlan::active);
        unit.putObject("status").put("state", active ? "ACTIVE" : "INACTIVE");
        Map<String, Object> map = Json.read(unit.toString(), Map.class);
        map.put("spaces", Spaces.of(room, kept));
        return map;
    }

    private static JsonNode list(JsonNode kept) {
        return kept.isArray() ? kept : JsonNodeFactory.instance.arrayNode();
    }

    private static String smoking(JsonNode preferences) {
        return SMOKING.entrySet().stream()
                .filter(policy -> policy.getValue().equals(preferences.toString()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("NON_SMOKING");
    }

    /** What is kept of a room type, with what an input says laid over it. */
    static ObjectNode kept(ObjectNode before, JsonNode input) {
        ObjectNode kept = before.deepCopy();
        JsonNode attributes = input.at("/nameConfig/attributes");
        NAMES.forEach(
                (ours, theirs) -> {
                    if (attributes.hasNonNull(ours)) {
                        kept.withObject("/name/attributes").set(theirs, attributes.path(ours));
                    }
                });
        for (String same : new String[] {"ageCategories", "maxOccupancy"}) {
            if (input.hasNonNull(same)) {
                kept.set(same, input.path(same));
            }
        }
        if (input.hasNonNull("bedGroups")) {
            ArrayNode bedrooms = kept.withArray("bedrooms");
            ObjectNode first =
                    bedrooms.isEmpty() ? bedrooms.addObject() : (ObjectNode) bedrooms.get(0);
            ArrayNode bedding = first.put("count", 1).putArray("bedding");
            input.path("bedGroups")
                    .forEach(group -> bedding.addObject().set("option", group.path("beds")));
        }
        if (input.hasNonNull("smokingPolicy")) {
            String words = SMOKING.getOrDefault(input.path("smokingPolicy").asText(), "[]");
            kept.set("smokingPreferences", Json.read(words, JsonNode.class));
        }
        if (input.hasNonNull("area")) {
            int size = input.at("/area/value").asInt();
            boolean feet = input.at("/area/unit").asText().equals("SQUARE_FEET");
            kept.putObject("floorSize")
                    .put("squareMeters", feet ? Math.round(size / 10.7639) : size)
                    .put("squareFeet", feet ? size : Math.round(size * 10.7639));
        }
        return kept;
    }

    /** The name that the channel puts together. */
    static String name(JsonNode kept) {
        JsonNode attributes = kept.at("/name/attributes");
        return (attributes.path("roomClass").asText()
                        + " "
                        + attributes.path("typeOfRoom").asText())
                .strip();
    }
}
