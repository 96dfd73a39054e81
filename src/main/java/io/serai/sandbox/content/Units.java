package io.serai.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.property.Building;
import java.util.List;

/** The Rooms API: units, which are the room types that prices and rooms left are told of. */
final class Units {

    static final String PART = "unit/";
    static final int MOST = 100;

    private final Schemas schemas;
    private final UnitRules rules;
    private final Parts parts;
    private final Building building;

    Units(Schemas schemas, UnitRules rules, Parts parts, Building building) {
        this.schemas = schemas;
        this.rules = rules;
        this.parts = parts;
        this.building = building;
    }

    JsonNode create(Told told) {
        schemas.check("unit", told.body());
        for (var field : List.of("configuration", "unit_name_id")) {
            if (!told.body().has(field)) {
                throw Wrong.of(Wrong.MISSING, field, "must not be null");
            }
        }
        rules.check(told.body());
        if (parts.below(told.hotel().id(), PART).size() >= MOST) {
            throw Wrong.of(Wrong.INVALID, "", "a property has 100 room types at most");
        }
        long room =
                building.room(
                        told.hotel().id(), rules.name(told.body()), UnitRules.guests(told.body()));
        parts.put(told.hotel().id(), PART + room, told.body());
        return shown(room, told.body());
    }

    JsonNode change(Told told) {
        long room = told.room();
        schemas.check("unit", told.body());
        var all =
                parts.find(told.hotel().id(), PART + room)
                        .map(before -> (ObjectNode) before.deepCopy())
                        .orElseGet(JsonNodeFactory.instance::objectNode);
        told.body().fields().forEachRemaining(field -> all.set(field.getKey(), field.getValue()));
        rules.check(all);
        parts.put(told.hotel().id(), PART + room, all);
        var before = told.hotel().rooms().get(room);
        building.change(
                told.hotel().id(),
                room,
                all.has("unit_name_id") ? rules.name(all) : before.name(),
                all.has("occupancy_details") ? UnitRules.guests(all) : before.maxPersons());
        return shown(room, all);
    }

    JsonNode remove(Told told) {
        building.activate(told.hotel().id(), told.room(), false);
        return JsonNodeFactory.instance.objectNode();
    }

    JsonNode read(Told told) {
        return list(told, true);
    }

    JsonNode removed(Told told) {
        return list(told, false);
    }

    private ArrayNode list(Told told, boolean active) {
        var all = JsonNodeFactory.instance.arrayNode();
        parts.below(told.hotel().id(), PART)
                .forEach(
                        (room, unit) -> {
                            if (told.hotel().rooms().containsKey(Long.valueOf(room)) == active) {
                                all.add(shown(Long.parseLong(room), unit));
                            }
                        });
        return all;
    }

    private static ObjectNode shown(long room, JsonNode unit) {
        return ((ObjectNode) unit.deepCopy()).put("unit_id", room);
    }
}
