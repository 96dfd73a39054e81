package io.serai.sandbox.expedia.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.Hotels;
import io.serai.sandbox.expedia.property.RatePlan;
import io.serai.sandbox.expedia.property.RoomType;
import io.serai.sandbox.wire.Json;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Rate plans: read, made, changed, deleted. */
final class RatePlanFetchers {

    private static final String PROPERTY = "propertyId";

    private final Granted granted;
    private final Hotels hotels;
    private final CancelPolicies policies;
    private final Supplier<Long> numbers;
    private final Limits limits;
    private final TransactionTemplate transaction;

    RatePlanFetchers(
            Granted granted,
            Hotels hotels,
            CancelPolicies policies,
            Supplier<Long> numbers,
            Limits limits,
            TransactionTemplate transaction) {
        this.granted = granted;
        this.hotels = hotels;
        this.policies = policies;
        this.numbers = numbers;
        this.limits = limits;
        this.transaction = transaction;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("ratePlansByUnitId", this::list));
        add(wiring, "createRatePlan", this::create);
        add(wiring, "updateRatePlan", this::update);
        add(wiring, "deleteRatePlan", this::delete);
    }

    private void add(RuntimeWiring.Builder wiring, String name, Function<Visit, Object> operation) {
        wiring.type(
                "Mutation",
                type ->
                        type.dataFetcher(
                                name,
                                Visit.to(limits, Limits.Kind.PRODUCTS, transaction, operation)));
    }

    private Object list(DataFetchingEnvironment env) {
        Visit visit = Visit.of(env);
        Hotel hotel = granted.hotel(visit.account(), visit.arguments().get(PROPERTY));
        RoomType room = unit(hotel, visit.arguments().get("unitId"));
        return room.plans().values().stream().map(plan -> shown(hotel, room, plan)).toList();
    }

    private Object create(Visit visit) {
        Hotel hotel = granted.hotel(visit, PROPERTY);
        RoomType room = unit(hotel, visit.input().get("unitId"));
        RatePlan fresh =
                new RatePlan(
                        Long.toString(numbers.get()),
                        visit.text("name"),
                        RatePlanView.pricing(visit.text("pricingModel")),
                        Set.of(),
                        true,
                        null,
                        false,
                        BigDecimal.ZERO,
                        2,
                        BigDecimal.ZERO,
                        null,
                        null,
                        1,
                        28,
                        "{}");
        return saved(hotel, room, fresh, visit);
    }

    private Object update(Visit visit) {
        Hotel hotel = granted.hotel(visit, PROPERTY);
        RoomType room = unit(hotel, visit.input().get("unitId"));
        return saved(hotel, room, plan(room, visit.text("id")), visit);
    }

    private Object delete(Visit visit) {
        Hotel hotel = granted.hotel(visit, PROPERTY);
        String id = visit.text("id");
        if (hotel.rooms().values().stream().noneMatch(room -> room.plans().containsKey(id))) {
            throw Refused.notFound("rate plan '" + id + "' is not known");
        }
        hotels.removePlan(hotel.id(), id);
        return Map.of("id", id, PROPERTY, visit.text(PROPERTY));
    }

    private Object saved(Hotel hotel, RoomType room, RatePlan old, Visit visit) {
        JsonNode input = Json.read(Json.write(visit.input()), JsonNode.class);
        ObjectNode kept = RatePlanView.kept(old, input);
        long policy = kept.path("cancellationPolicyConfigId").asLong(-1);
        if (policies.find(policy).filter(one -> one.hotel() == hotel.id()).isEmpty()) {
            throw Refused.input("cancellationPolicyConfigId is of no policy of the property");
        }
        JsonNode stay = input.at("/restrictions/lengthOfStay");
        RatePlan plan =
                new RatePlan(
                        old.id(),
                        input.path("name").asText(old.name()),
                        old.pricing(),
                        collects(hotel, kept),
                        input.path("status").asText(old.active() ? "ACTIVE" : "").equals("ACTIVE"),
                        old.parent(),
                        old.linked(),
                        old.discount(),
                        input.path("baseRateGuestCount").asInt(old.baseGuests()),
                        old.extraGuest(),
                        old.leastRate(),
                        old.mostRate(),
                        stay.path("min").asInt(old.leastLos()),
                        stay.path("max").asInt(old.mostLos()),
                        kept.toString());
        hotels.savePlan(hotel.id(), room.id(), plan);
        return Map.of("ratePlan", shown(hotel, room, plan));
    }

    /** A plan that stands by itself needs all of the hotel's ways to collect. */
    private static Set<Collect> collects(Hotel hotel, ObjectNode kept) {
        EnumSet<Collect> collects = EnumSet.noneOf(Collect.class);
        for (JsonNode rule : kept.path("distributionRules")) {
            String model = rule.path("distributionModel").asText();
            collects.add(model.equals(Collect.HOTEL.word()) ? Collect.HOTEL : Collect.EXPEDIA);
        }
        if (!collects.equals(hotel.collects())) {
            throw Refused.input("agencyModelConfig and merchantModelConfig are not the property's");
        }
        return collects;
    }

    private Map<String, Object> shown(Hotel hotel, RoomType room, RatePlan plan) {
        long policy =
                Json.read(plan.details(), JsonNode.class)
                        .path("cancellationPolicyConfigId")
                        .asLong(-1);
        return RatePlanView.of(
                hotel,
                room,
                plan,
                policies.find(policy).map(CancelPolicies.Policy::shown).orElse(null));
    }

    private static RoomType unit(Hotel hotel, @Nullable Object id) {
        RoomType room = hotel.rooms().get(String.valueOf(id));
        if (room == null) {
            throw Refused.notFound("unit '" + id + "' is not known");
        }
        return room;
    }

    private static RatePlan plan(RoomType room, String id) {
        return Objects.requireNonNullElseGet(
                room.plans().get(id),
                () -> {
                    throw Refused.notFound("rate plan '" + id + "' is not known");
                });
    }
}
