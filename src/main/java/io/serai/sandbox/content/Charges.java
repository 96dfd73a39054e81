package io.serai.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.TreeMap;

/** The Charges API: taxes and fees of a property and its room types, each by its key. */
final class Charges {

    private static final String PROPERTY = "charge/property/";
    private static final String ROOM = "charge/room/";

    private final Schemas schemas;
    private final ChargeRules rules;
    private final Parts parts;

    Charges(Schemas schemas, ChargeRules rules, Parts parts) {
        this.schemas = schemas;
        this.rules = rules;
        this.parts = parts;
    }

    JsonNode put(Told told) {
        schemas.check("charges", told.body());
        var property = told.body().path("property_charges");
        var rooms = told.body().path("room_charges");
        if (property.isEmpty() && rooms.isEmpty()) {
            throw Wrong.of(Wrong.MISSING, "$.property_charges", "at least one charge is required");
        }
        rules.check("$.property_charges", property);
        for (int i = 0; i < rooms.size(); i++) {
            if (!told.hotel().rooms().containsKey(rooms.get(i).path("room_id").asLong())) {
                throw Wrong.of(
                        Wrong.INVALID,
                        "$.room_charges[%d].room_id".formatted(i),
                        "no such room: " + rooms.get(i).path("room_id"));
            }
            rules.check("$.room_charges[%d].charges".formatted(i), rooms.get(i).path("charges"));
        }
        property.forEach(charge -> put(told, PROPERTY, charge));
        rooms.forEach(
                room ->
                        room.path("charges")
                                .forEach(
                                        charge ->
                                                put(
                                                        told,
                                                        ROOM + room.path("room_id") + "/",
                                                        charge)));
        return JsonNodeFactory.instance.objectNode();
    }

    /** A charge all of whose periods are cleared is gone. */
    private void put(Told told, String beginning, JsonNode charge) {
        var part = beginning + ChargeRules.key(charge);
        boolean cleared = true;
        for (var period : charge.path("charge_periods")) {
            cleared &= !period.hasNonNull("configuration");
        }
        if (cleared) {
            parts.remove(told.hotel().id(), part);
        } else {
            parts.put(told.hotel().id(), part, charge);
        }
    }

    JsonNode read(Told told) {
        var all = JsonNodeFactory.instance.objectNode();
        var property = all.putArray("property_charges");
        parts.below(told.hotel().id(), PROPERTY).values().forEach(property::add);
        var rooms = all.putArray("room_charges");
        Map<String, ArrayNode> byRoom = new TreeMap<>();
        parts.below(told.hotel().id(), ROOM)
                .forEach(
                        (name, charge) ->
                                byRoom.computeIfAbsent(
                                                name.substring(0, name.indexOf('/')),
                                                room -> JsonNodeFactory.instance.arrayNode())
                                        .add(charge));
        byRoom.forEach(
                (room, charges) ->
                        rooms.addObject()
                                .put("room_id", Long.parseLong(room))
                                .set("charges", charges));
        return all;
    }
}
