package io.serai.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;

/** What a form cannot say of a unit: kinds, rooms and beds have to fit each other. */
final class UnitRules {

    private final JsonNode meta;

    UnitRules(Metas metas) {
        this.meta = metas.rooms;
    }

    static int guests(JsonNode unit) {
        return unit.at("/occupancy_details/max_guests").asInt(1);
    }

    /** The name that guests read. */
    String name(JsonNode unit) {
        return Metas.entry(meta.path("unit_names"), "unit_name_id", unit.path("unit_name_id"))
                .map(entry -> entry.path("unit_name").asText())
                .orElseThrow(
                        () ->
                                Wrong.of(
                                        Wrong.INVALID,
                                        "unit_name_id",
                                        "no such name: " + unit.path("unit_name_id")));
    }

    void check(JsonNode unit) {
        if (unit.has("unit_name_id")) {
            name(unit);
        }
        if (unit.has("configuration")) {
            configuration(unit.path("configuration"));
        }
        var most = unit.path("occupancy_details");
        if (most.path("max_adults").asInt(1) > guests(unit)) {
            throw Wrong.of(
                    Wrong.INVALID,
                    "occupancy_details.max_adults",
                    "must not be more than max_guests");
        }
    }

    private void configuration(JsonNode configuration) {
        var type =
                Metas.entry(
                                meta.path("unit_types"),
                                "unit_type_id",
                                configuration.path("unit_type_id"))
                        .filter(entry -> entry.path("is_active").asBoolean())
                        .orElseThrow(
                                () ->
                                        Wrong.of(
                                                Wrong.INVALID,
                                                "configuration.unit_type_id",
                                                "no such type: "
                                                        + configuration.path("unit_type_id")));
        boolean several = type.path("is_multi_room").asBoolean();
        var rooms = configuration.path("rooms");
        if (!several
                && (rooms.size() != 1
                        || !rooms.path(0).path("type").asText().equals("GUEST_ROOM"))) {
            throw Wrong.of(
                    Wrong.INVALID,
                    "configuration.rooms",
                    "a single-room unit has exactly one GUEST_ROOM");
        }
        for (int i = 0; i < rooms.size(); i++) {
            room(i, rooms.get(i), several);
        }
    }

    private void room(int place, JsonNode room, boolean several) {
        var path = "configuration.rooms[" + place + "]";
        if (several && room.path("type").asText().equals("GUEST_ROOM")) {
            throw Wrong.of(
                    Wrong.INVALID,
                    path + ".type",
                    "a multi-room unit has bedrooms and living rooms only");
        }
        var sets = room.path("bed_configurations");
        if (several ? sets.size() > 1 : sets.isEmpty()) {
            throw Wrong.of(
                    Wrong.INVALID,
                    path + ".bed_configurations",
                    several ? "one set of beds at most" : "one set of beds at least");
        }
        int usual = 0;
        for (var set : sets) {
            usual += set.path("is_default_configuration").asBoolean() ? 1 : 0;
            set.path("beds").forEach(bed -> bed(path, bed));
        }
        if (!sets.isEmpty() && usual != 1) {
            throw Wrong.of(
                    Wrong.INVALID,
                    path + ".bed_configurations",
                    usual + " default configurations (expected: exactly one)");
        }
    }

    private void bed(String path, JsonNode bed) {
        Metas.entry(meta.path("bed_types"), "bed_type_id", bed.path("bed_type_id"))
                .filter(entry -> entry.path("is_active").asBoolean())
                .orElseThrow(
                        () ->
                                Wrong.of(
                                        Wrong.INVALID,
                                        path + ".bed_configurations",
                                        "no such bed: " + bed.path("bed_type_id")));
    }
}
