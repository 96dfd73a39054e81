package io.serai.sandbox.expedia.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.serai.sandbox.expedia.property.Account;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.Hotels;
import io.serai.sandbox.expedia.property.RoomType;
import io.serai.sandbox.wire.Json;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** Units: read with their property, made, changed. A partner needs to be granted it. */
final class UnitFetchers {

    private final Granted granted;
    private final Hotels hotels;
    private final Supplier<Long> numbers;
    private final Limits limits;
    private final TransactionTemplate transaction;

    UnitFetchers(
            Granted granted,
            Hotels hotels,
            Supplier<Long> numbers,
            Limits limits,
            TransactionTemplate transaction) {
        this.granted = granted;
        this.hotels = hotels;
        this.numbers = numbers;
        this.limits = limits;
        this.transaction = transaction;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        wiring.type("Property", type -> type.dataFetcher("units", this::units));
        wiring.type(
                "Mutation",
                type ->
                        type.dataFetcher(
                                        "createUnit",
                                        Visit.to(
                                                limits,
                                                Limits.Kind.PRODUCTS,
                                                transaction,
                                                this::create))
                                .dataFetcher(
                                        "updateUnit",
                                        Visit.to(
                                                limits,
                                                Limits.Kind.PRODUCTS,
                                                transaction,
                                                this::update)));
    }

    private Object units(DataFetchingEnvironment env) {
        Account account = env.getGraphQlContext().get(Account.class);
        Map<String, Object> property = env.getSource();
        Hotel hotel = granted.hotel(account, property.get("id"));
        return hotel.rooms().values().stream().map(room -> UnitView.of(hotel, room)).toList();
    }

    private Object create(Visit visit) {
        Hotel hotel = granted.hotel(visit, "propertyId");
        String code = visit.text("supplierUnitId");
        if (hotel.rooms().values().stream().anyMatch(room -> code.equals(room.partnerCode()))) {
            throw Refused.input("supplierUnitId '" + code + "' is taken");
        }
        String id = Long.toString(numbers.get());
        return saved(hotel, visit, new RoomType(id, "", code, 1, 0, Map.of(), "{}"), code);
    }

    private Object update(Visit visit) {
        String id = visit.text("unitId");
        Hotel hotel =
                hotels.linkedTo(visit.account()).stream()
                        .filter(one -> one.rooms().containsKey(id))
                        .findFirst()
                        .map(one -> granted.hotel(visit.account(), one.id()))
                        .orElseThrow(() -> Refused.notFound("unit '" + id + "' is not known"));
        RoomType room = Objects.requireNonNull(hotel.rooms().get(id), id);
        Object code = visit.input().getOrDefault("supplierUnitId", room.partnerCode());
        return saved(hotel, visit, room, String.valueOf(code));
    }

    private Map<String, Object> saved(Hotel hotel, Visit visit, RoomType room, String code) {
        JsonNode input = Json.read(Json.write(visit.input()), JsonNode.class);
        ObjectNode kept = UnitView.kept(Json.read(room.details(), ObjectNode.class), input);
        Hotel now =
                hotels.saveRoom(
                        hotel.id(),
                        new RoomType(
                                room.id(),
                                UnitView.name(kept),
                                code,
                                kept.at("/maxOccupancy/total").asInt(room.maxPersons()),
                                room.baseAllocation(),
                                Map.of(),
                                kept.toString()));
        RoomType made = Objects.requireNonNull(now.rooms().get(room.id()), room.id());
        return Map.of("unit", UnitView.of(now, made));
    }
}
