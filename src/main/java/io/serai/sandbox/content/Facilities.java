package io.serai.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Facilities of a property and of its room types: those told are set, all others stay. */
final class Facilities {

    static final String PART = "facilities";

    /** Those of which there may be several, each told with its details. */
    private static final Map<Integer, String> SEVERAL =
            Map.of(2, "parking_details", 3, "restaurant_details", 433, "swimming_pool_details");

    private final Schemas schemas;
    private final Metas metas;
    private final Parts parts;

    Facilities(Schemas schemas, Metas metas, Parts parts) {
        this.schemas = schemas;
        this.metas = metas;
        this.parts = parts;
    }

    JsonNode put(Told told) {
        schemas.check("facilities", told.body());
        for (int i = 0; i < told.body().size(); i++) {
            details(i, told.body().get(i));
        }
        return put(told, PART, "facility_id", metas.facilities.path("property_facility_metas"));
    }

    JsonNode putRoom(Told told) {
        var part = "room-facilities/" + told.room();
        schemas.check("room-facilities", told.body());
        return put(told, part, "room_facility_id", metas.facilities.path("room_facility_metas"));
    }

    JsonNode read(Told told) {
        return read(told, PART);
    }

    JsonNode readRoom(Told told) {
        return read(told, "room-facilities/" + told.room());
    }

    private JsonNode read(Told told, String part) {
        return parts.find(told.hotel().id(), part).orElseGet(JsonNodeFactory.instance::arrayNode);
    }

    private JsonNode put(Told told, String part, String number, JsonNode known) {
        var list = part.equals(PART) ? "property_facility_list" : "room_facility_list";
        var all = new LinkedHashMap<Integer, JsonNode>();
        read(told, part).forEach(entry -> all.put(entry.path(number).asInt(), entry));
        for (int i = 0; i < told.body().size(); i++) {
            var entry = told.body().get(i);
            if (Metas.entry(known, number, entry.path(number)).isEmpty()) {
                throw Wrong.of(
                        Wrong.VALUE,
                        "%s[%d].%s".formatted(list, i, number),
                        "no such facility: " + entry.path(number));
            }
            if (entry.path("state").asText().equals("PRESENT")) {
                all.put(entry.path(number).asInt(), entry);
            } else {
                all.remove(entry.path(number).asInt());
            }
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode().addAll(all.values());
        parts.put(told.hotel().id(), part, kept);
        return JsonNodeFactory.instance.objectNode();
    }

    private void details(int place, JsonNode facility) {
        var needed = SEVERAL.get(facility.path("facility_id").asInt());
        if (!facility.path("state").asText().equals("PRESENT")) {
            return;
        }
        if (needed != null && facility.path("instances").isEmpty()) {
            throw wrong(
                    place,
                    "",
                    "instances required for facility_id: " + facility.path("facility_id"));
        }
        for (int i = 0; i < facility.path("instances").size(); i++) {
            var instance = facility.path("instances").get(i);
            if (needed != null && !instance.has(needed)) {
                throw wrong(
                        place,
                        "",
                        "instances."
                                + needed
                                + " required for facility_id: "
                                + facility.path("facility_id"));
            }
            for (var name :
                    Set.of("parking_details", "restaurant_details", "swimming_pool_details")) {
                if (instance.has(name) && !instance.path(name).hasNonNull("name")) {
                    throw wrong(
                            place, ".instances[%d].%s.name".formatted(i, name), "must not be null");
                }
            }
        }
    }

    private static Wrong wrong(int place, String below, String words) {
        return Wrong.of(Wrong.VALUE, "property_facility_list[" + place + "]" + below, words);
    }
}
