package io.serai.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Facilities of a property and of its room types: those told are set, all others stay. */
final class Facilities {

    static final String PART = "facilities";

    /** What each kind of details has to say. */
    private static final Map<String, List<String>> NEEDED =
            Map.of(
                    "parking_details",
                    List.of("name", "parking_access", "parking_location", "parking_reservation"),
                    "payment_details",
                    List.of("charge_mode"),
                    "restaurant_details",
                    List.of("name"),
                    "swimming_pool_details",
                    List.of("name", "swimming_pool_type"),
                    "meal_details",
                    List.of("price"),
                    "internet_details",
                    List.of("area", "type"));

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
        return JsonNodeFactory.instance.objectNode().put("success", true);
    }

    private void details(int place, JsonNode facility) {
        if (!facility.path("state").asText().equals("PRESENT")) {
            return;
        }
        var id = facility.path("facility_id");
        var instances = facility.path("instances");
        for (var needed : required(id)) {
            if (instances.isEmpty()) {
                throw wrong(place, "", "instances required for facility_id: " + id);
            }
            for (var instance : instances) {
                if (!instance.has(needed)) {
                    throw wrong(
                            place, "", "instances." + needed + " required for facility_id: " + id);
                }
            }
        }
        var names = new HashSet<String>();
        for (int i = 0; i < instances.size(); i++) {
            instance(place, i, instances.get(i), names);
        }
    }

    private static void instance(int place, int number, JsonNode instance, Set<String> names) {
        NEEDED.forEach(
                (details, members) -> {
                    for (var member : members) {
                        if (instance.has(details) && !instance.path(details).hasNonNull(member)) {
                            throw wrong(
                                    place,
                                    ".instances[%d].%s.%s".formatted(number, details, member),
                                    "must not be null");
                        }
                    }
                    var name = instance.path(details).path("name").asText("");
                    if (!name.isEmpty() && !names.add(name)) {
                        throw wrong(place, "", "name must be unique: " + name);
                    }
                });
    }

    /** The details without which a facility is not taken, as members of an instance. */
    private List<String> required(JsonNode facility) {
        return Metas.entry(
                        metas.facilities.path("property_facility_metas"), "facility_id", facility)
                .map(entry -> entry.path("required_details_list"))
                .map(
                        list ->
                                StreamSupport.stream(list.spliterator(), false)
                                        .map(JsonNode::asText)
                                        .map(
                                                name ->
                                                        name.replaceAll("(?<=[a-z])([A-Z])", "_$1")
                                                                .toLowerCase(Locale.ROOT))
                                        .toList())
                .orElse(List.of());
    }

    private static Wrong wrong(int place, String below, String words) {
        return Wrong.of(Wrong.VALUE, "property_facility_list[" + place + "]" + below, words);
    }
}
