package io.serai.sandbox.expedia.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.Hotels;
import io.serai.sandbox.expedia.property.RatePlan;
import io.serai.sandbox.expedia.property.RoomType;
import java.util.Map;
import java.util.function.Supplier;

/** Room types, by v3 of the Product API. */
final class RoomTypesFace {

    private static final int CONFLICT = 3100;

    private final Places places;
    private final Hotels hotels;
    private final Supplier<Long> numbers;

    RoomTypesFace(Places places, Hotels hotels, Supplier<Long> numbers) {
        this.places = places;
        this.hotels = hotels;
        this.numbers = numbers;
    }

    RestAnswer list(RestCall call) {
        Hotel hotel = places.hotel(call);
        boolean all = "all".equalsIgnoreCase(call.query().get("status"));
        ArrayNode rooms = JsonNodeFactory.instance.arrayNode();
        hotel.rooms().values().stream()
                .filter(room -> all || isActive(room))
                .forEach(room -> rooms.add(json(hotel, room)));
        return RestAnswer.of(rooms);
    }

    RestAnswer read(RestCall call) {
        return RestAnswer.of(json(places.hotel(call), places.room(call)));
    }

    RestAnswer create(RestCall call) {
        Hotel hotel = places.hotel(call);
        Entity room = Entity.of(call.body());
        String id = Long.toString(numbers.get());
        save(hotel, new RoomType(id, "", null, 1, 0, Map.of(), "{}"), room);
        return RestAnswer.made(json(places.hotel(call), places.room(call, id)), path(hotel, id));
    }

    RestAnswer replace(RestCall call) {
        save(places.hotel(call), places.room(call), Entity.of(call.body()));
        return read(call);
    }

    RestAnswer patch(RestCall call) {
        Hotel hotel = places.hotel(call);
        RoomType room = places.room(call);
        save(hotel, room, new Entity(json(hotel, room)).patched(call.body()));
        return read(call);
    }

    private void save(Hotel hotel, RoomType old, Entity room) {
        RoomTypeRules.check(room);
        String code = room.json().path("partnerCode").asText();
        hotel.rooms().values().stream()
                .filter(other -> !other.id().equals(old.id()) && code.equals(other.partnerCode()))
                .findFirst()
                .ifPresent(
                        other -> {
                            throw new RestRefusal(
                                    409,
                                    CONFLICT,
                                    "partnerCode '" + code + "' is room type " + other.id() + "'s");
                        });
        ObjectNode kept = room.json().deepCopy();
        kept.remove(java.util.List.of("resourceId", "status", "_links"));
        JsonNode before = Entity.parse(old.details()).path("amenities");
        if (!kept.has("amenities") && before.isArray()) {
            kept.set("amenities", before);
        }
        hotels.saveRoom(
                hotel.id(),
                new RoomType(
                        old.id(),
                        RoomTypeRules.name(room),
                        code,
                        RoomTypeRules.guests(room),
                        old.baseAllocation(),
                        Map.of(),
                        kept.toString()));
    }

    RestAnswer amenities(RestCall call) {
        JsonNode amenities = Entity.parse(places.room(call).details()).path("amenities");
        return RestAnswer.of(
                amenities.isArray() ? amenities : JsonNodeFactory.instance.arrayNode());
    }

    RestAnswer replaceAmenities(RestCall call) {
        if (!call.body().isArray()) {
            throw RestRefusal.wrongType("body", "an array of amenities");
        }
        call.body().forEach(it -> Entity.text("code", Entity.of(it).required("code"), 100));
        Hotel hotel = places.hotel(call);
        RoomType room = places.room(call);
        ObjectNode details = Entity.parse(room.details());
        details.set("amenities", call.body());
        hotels.saveRoom(
                hotel.id(),
                new RoomType(
                        room.id(),
                        room.name(),
                        room.partnerCode(),
                        room.maxPersons(),
                        room.baseAllocation(),
                        Map.of(),
                        details.toString()));
        return RestAnswer.of(call.body());
    }

    private static boolean isActive(RoomType room) {
        return room.plans().values().stream().anyMatch(RatePlan::active);
    }

    private static String path(Hotel hotel, String room) {
        return "/properties/" + hotel.id() + "/roomTypes/" + room;
    }

    private static ObjectNode json(Hotel hotel, RoomType room) {
        ObjectNode json = Entity.parse(room.details());
        json.remove("amenities");
        json.set("resourceId", Entity.id(room.id()));
        json.put("partnerCode", room.partnerCode() == null ? room.id() : room.partnerCode());
        json.put("status", isActive(room) ? "Active" : "Inactive");
        json.withObject("/name").put("value", room.name());
        if (!json.has("maxOccupancy")) {
            json.putObject("maxOccupancy")
                    .put("total", room.maxPersons())
                    .put("adults", room.maxPersons())
                    .put("children", 0);
        }
        if (!json.has("ageCategories")) {
            json.putArray("ageCategories").addObject().put("category", "Adult").put("minAge", 18);
        }
        if (!json.has("smokingPreferences")) {
            json.putArray("smokingPreferences").add("Non-Smoking");
        }
        if (!json.has("bedrooms")) {
            ObjectNode bedroom = json.putArray("bedrooms").addObject().put("count", 1);
            ObjectNode bedding = bedroom.putArray("bedding").addObject();
            bedding.putArray("option").addObject().put("quantity", 1).put("type", "Queen Bed");
        }
        json.putObject("_links").putObject("self").put("href", path(hotel, room.id()));
        return json;
    }
}
