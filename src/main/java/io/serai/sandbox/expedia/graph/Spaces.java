package io.serai.sandbox.expedia.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.expedia.property.RoomType;
import io.serai.sandbox.wire.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of a unit where people sleep, as GraphQL calls what the Product API lists, and back.
 */
final class Spaces {

    private static final String BEDROOMS = "bedrooms";
    private static final String LIVING_ROOMS = "livingRooms";

    private Spaces() {}

    /** All of a room type. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> of(RoomType room, JsonNode kept) {
        ObjectNode spaces = JsonNodeFactory.instance.objectNode();
        for (String list : new String[] {BEDROOMS, LIVING_ROOMS}) {
            ArrayNode shown = spaces.putArray(list);
            int order = 0;
            for (JsonNode one : kept.path(list)) {
                order++;
                ObjectNode space = shown.addObject().put("id", id(room, list, order));
                ArrayNode groups = space.put("order", order).putArray("bedGroups");
                one.path("bedding")
                        .forEach(choice -> groups.addObject().set("beds", choice.path("option")));
            }
        }
        return Json.read(spaces.toString(), Map.class);
    }

    /** Adds those that an input names. */
    static void add(ObjectNode kept, JsonNode input) {
        for (String list : new String[] {BEDROOMS, LIVING_ROOMS}) {
            input.path(list).forEach(one -> write(kept.withArray(list).addObject(), one));
        }
    }

    /**
     * Changes those that an input names.
     *
     * @return the first that is not known; null: all are
     */
    static @Nullable String change(RoomType room, ObjectNode kept, JsonNode input) {
        for (String list : new String[] {BEDROOMS, LIVING_ROOMS}) {
            for (JsonNode one : input.path(list)) {
                int place = place(room, list, one.path("id").asText());
                if (place < 0 || !kept.path(list).has(place)) {
                    return one.path("id").asText();
                }
                write((ObjectNode) kept.path(list).path(place), one);
            }
        }
        return null;
    }

    /** Takes one away; false where there is none of this id. */
    static boolean remove(RoomType room, ObjectNode kept, String id) {
        for (String list : new String[] {BEDROOMS, LIVING_ROOMS}) {
            int place = place(room, list, id);
            if (place >= 0 && kept.path(list) instanceof ArrayNode spaces && spaces.has(place)) {
                spaces.remove(place);
                return true;
            }
        }
        return false;
    }

    private static void write(ObjectNode space, JsonNode input) {
        ArrayNode bedding = space.put("count", 1).putArray("bedding");
        input.path("bedGroups")
                .forEach(group -> bedding.addObject().set("option", group.path("beds")));
    }

    private static String id(RoomType room, String list, int order) {
        return room.id() + "-" + list.charAt(0) + order;
    }

    /** Its index; below 0 where it is none of the list. */
    private static int place(RoomType room, String list, String id) {
        String number = id.replaceFirst("^" + room.id() + "-" + list.charAt(0), "");
        return number.matches("[0-9]{1,3}") ? Integer.parseInt(number) - 1 : -1;
    }
}
