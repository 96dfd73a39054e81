package io.serai.sandbox.expedia.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.schema.idl.RuntimeWiring;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.Hotels;
import io.serai.sandbox.expedia.property.RoomType;
import io.serai.sandbox.wire.Json;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;

/** Rooms of units where people sleep: made, changed, taken away. */
final class SpaceFetchers {

    private final Granted granted;
    private final Hotels hotels;
    private final Limits limits;
    private final TransactionTemplate transaction;

    SpaceFetchers(Granted granted, Hotels hotels, Limits limits, TransactionTemplate transaction) {
        this.granted = granted;
        this.hotels = hotels;
        this.limits = limits;
        this.transaction = transaction;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        add(wiring, "createUnitSpaces", this::create);
        add(wiring, "updateUnitSpaces", this::update);
        add(wiring, "deleteUnitSpace", this::delete);
    }

    private void add(RuntimeWiring.Builder wiring, String name, Function<Visit, Object> operation) {
        wiring.type(
                "Mutation",
                type ->
                        type.dataFetcher(
                                name,
                                Visit.to(limits, Limits.Kind.PRODUCTS, transaction, operation)));
    }

    private Object create(Visit visit) {
        Hotel hotel = granted.hotel(visit, "propertyId");
        RoomType room = unit(hotel, visit);
        ObjectNode kept = Json.read(room.details(), ObjectNode.class);
        Spaces.add(kept, Json.read(Json.write(visit.input()), JsonNode.class));
        return saved(hotel, room, kept);
    }

    private Object update(Visit visit) {
        Hotel hotel = granted.hotel(visit, "propertyId");
        RoomType room = unit(hotel, visit);
        ObjectNode kept = Json.read(room.details(), ObjectNode.class);
        String unknown =
                Spaces.change(room, kept, Json.read(Json.write(visit.input()), JsonNode.class));
        if (unknown != null) {
            throw Refused.notFound("space '" + unknown + "' is not known");
        }
        return saved(hotel, room, kept);
    }

    private Object delete(Visit visit) {
        Hotel hotel = granted.hotel(visit, "propertyId");
        RoomType room = unit(hotel, visit);
        ObjectNode kept = Json.read(room.details(), ObjectNode.class);
        String id = visit.text("spaceId");
        if (!Spaces.remove(room, kept, id)) {
            throw Refused.notFound("space '" + id + "' is not known");
        }
        saved(hotel, room, kept);
        return Map.of("clientMutationId", id);
    }

    private Map<String, Object> saved(Hotel hotel, RoomType room, ObjectNode kept) {
        Hotel now =
                hotels.saveRoom(
                        hotel.id(),
                        new RoomType(
                                room.id(),
                                room.name(),
                                room.partnerCode(),
                                room.maxPersons(),
                                room.baseAllocation(),
                                Map.of(),
                                kept.toString()));
        RoomType made = Objects.requireNonNull(now.rooms().get(room.id()), room.id());
        return Map.of("spaces", Spaces.of(made, Json.read(made.details(), JsonNode.class)));
    }

    private static RoomType unit(Hotel hotel, Visit visit) {
        String id = visit.text("unitId");
        RoomType room = hotel.rooms().get(id);
        if (room == null) {
            throw Refused.notFound("unit '" + id + "' is not known");
        }
        return room;
    }
}
