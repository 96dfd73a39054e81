package io.serai.sandbox.expedia.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/** What the Product API demands of a room type. */
final class RoomTypeRules {

    private static final Set<String> AGES =
            Set.of("Adult", "ChildAgeA", "ChildAgeB", "ChildAgeC", "ChildAgeD", "Infant");
    private static final Set<String> SMOKING = Set.of("Smoking", "Non-Smoking");
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 255;
    private static final int MOST_GUESTS = 20;

    private RoomTypeRules() {}

    /** Refuses what is missing or cannot be. */
    static void check(Entity room) {
        room.text("partnerCode", LONGEST_CODE);
        name(room);
        ages(room.required("ageCategories"));
        guests(room);
        bedrooms(room.required("bedrooms"));
        for (JsonNode preference : room.required("smokingPreferences")) {
            Entity.oneOf("smokingPreferences", preference, SMOKING);
        }
    }

    /** A name put together from attributes, or a predefined one. */
    static String name(Entity room) {
        JsonNode name = room.required("name");
        JsonNode attributes = name.path("attributes");
        if (!attributes.isObject()) {
            return Entity.text("name.value", Entity.of(name).required("value"), LONGEST_NAME);
        }
        String type =
                Entity.text(
                        "name.attributes.typeOfRoom",
                        Entity.of(attributes).required("typeOfRoom"),
                        LONGEST_NAME);
        StringJoiner words = new StringJoiner(", ");
        words.add((attributes.path("roomClass").asText() + " " + type).strip());
        for (String part : new String[] {"bedroomDetails", "view", "featuredAmenity", "area"}) {
            if (attributes.path(part).isTextual()) {
                words.add(attributes.path(part).asText());
            }
        }
        String label = attributes.path("customLabel").asText();
        return label.isEmpty() ? words.toString() : words + " (" + label + ")";
    }

    static int guests(Entity room) {
        return Entity.of(room.required("maxOccupancy")).number("total", 1, MOST_GUESTS);
    }

    private static void ages(JsonNode categories) {
        Set<String> seen = new TreeSet<>();
        for (JsonNode category : categories) {
            seen.add(
                    Entity.oneOf(
                            "ageCategories.category",
                            Entity.of(category).required("category"),
                            AGES));
            Entity.of(category).number("minAge", 0, 99);
        }
        if (!seen.contains("Adult")) {
            throw RestRefusal.missing("ageCategories: Adult");
        }
    }

    private static void bedrooms(JsonNode bedrooms) {
        for (JsonNode bedroom : bedrooms) {
            Entity.of(bedroom).number("count", 1, 99);
            for (JsonNode choice : Entity.of(bedroom).required("bedding")) {
                for (JsonNode bed : Entity.of(choice).required("option")) {
                    Entity.of(bed).number("quantity", 1, 99);
                    Entity.text("bedding.option.type", Entity.of(bed).required("type"), 40);
                }
            }
        }
    }
}
