package io.serai.sandbox.expedia.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.Hotels;
import io.serai.sandbox.expedia.property.PricingModel;
import io.serai.sandbox.expedia.property.RatePlan;
import io.serai.sandbox.expedia.property.RoomType;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Rate plans and the thresholds of their rates, by v2 of the Product API. */
final class RatePlansFace {

    private static final int CONFLICT = 3101;

    private final Places places;
    private final Hotels hotels;
    private final Supplier<Long> numbers;

    RatePlansFace(Places places, Hotels hotels, Supplier<Long> numbers) {
        this.places = places;
        this.hotels = hotels;
        this.numbers = numbers;
    }

    RestAnswer list(RestCall call) {
        Hotel hotel = places.hotel(call);
        RoomType room = places.room(call);
        boolean all = "all".equalsIgnoreCase(call.query().get("status"));
        ArrayNode plans = JsonNodeFactory.instance.arrayNode();
        room.plans().values().stream()
                .filter(plan -> all || plan.active())
                .forEach(plan -> plans.add(RatePlanJson.of(hotel, room, plan)));
        return RestAnswer.of(plans);
    }

    RestAnswer read(RestCall call) {
        return RestAnswer.of(
                RatePlanJson.of(places.hotel(call), places.room(call), places.plan(call)));
    }

    RestAnswer create(RestCall call) {
        Hotel hotel = places.hotel(call);
        RoomType room = places.room(call);
        String id = Long.toString(numbers.get());
        save(hotel, room, Entity.of(call.body()), fresh(id));
        RatePlan made = Objects.requireNonNull(places.room(call).plans().get(id), id);
        return RestAnswer.made(
                RatePlanJson.of(hotel, room, made), RatePlanJson.path(hotel, room, id));
    }

    private static RatePlan fresh(String id) {
        return new RatePlan(
                id,
                "",
                PricingModel.PER_DAY,
                java.util.Set.of(),
                false,
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
    }

    RestAnswer replace(RestCall call) {
        save(places.hotel(call), places.room(call), Entity.of(call.body()), places.plan(call));
        return read(call);
    }

    RestAnswer patch(RestCall call) {
        Hotel hotel = places.hotel(call);
        RoomType room = places.room(call);
        RatePlan plan = places.plan(call);
        save(
                hotel,
                room,
                new Entity(RatePlanJson.of(hotel, room, plan)).patched(call.body()),
                plan);
        return read(call);
    }

    RestAnswer remove(RestCall call) {
        hotels.removePlan(places.hotel(call).id(), places.plan(call).id());
        return RestAnswer.nothing(204);
    }

    private void save(Hotel hotel, RoomType room, Entity plan, RatePlan old) {
        RatePlanRules.check(hotel, plan);
        for (JsonNode rule : plan.json().path("distributionRules")) {
            codes(room, old.id())
                    .filter(rule.path("partnerCode").asText()::equals)
                    .findFirst()
                    .ifPresent(
                            code -> {
                                throw new RestRefusal(
                                        409, CONFLICT, "partnerCode '" + code + "' is taken");
                            });
        }
        ObjectNode kept = plan.json().deepCopy();
        kept.remove(List.of("resourceId", "name", "status", "pricingModel", "_links"));
        PricingModel pricing = RatePlanRules.pricing(hotel, plan);
        hotels.savePlan(
                hotel.id(),
                room.id(),
                new RatePlan(
                        old.id(),
                        plan.json().path("name").asText(),
                        pricing,
                        RatePlanRules.collects(hotel, plan),
                        plan.json().path("status").asText("Active").equals("Active"),
                        old.parent(),
                        old.linked(),
                        old.discount(),
                        RatePlanRules.baseGuests(plan, pricing),
                        old.extraGuest(),
                        old.leastRate(),
                        old.mostRate(),
                        plan.json().path("minLOSDefault").asInt(old.leastLos()),
                        plan.json().path("maxLOSDefault").asInt(old.mostLos()),
                        kept.toString()));
    }

    private static Stream<String> codes(RoomType room, String except) {
        return room.plans().values().stream()
                .filter(plan -> !plan.id().equals(except))
                .flatMap(
                        plan ->
                                Entity.parse(plan.details())
                                        .path("distributionRules")
                                        .findValuesAsText("partnerCode")
                                        .stream());
    }

    /** The prices taken for a room type; there are none before some bookings. */
    RestAnswer thresholds(RestCall call) {
        Hotel hotel = places.hotel(call);
        var plans = places.room(call).plans().values();
        BigDecimal least =
                plans.stream()
                        .map(RatePlan::leastRate)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        BigDecimal most =
                plans.stream()
                        .map(RatePlan::mostRate)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        if (least == null && most == null) {
            throw RestRefusal.noSuchResource();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", hotel.net() ? "NetRate" : "SellLAR").put("source", "RecentBookings");
        if (least != null) {
            json.put("minAmount", least);
        }
        if (most != null) {
            json.put("maxAmount", most);
        }
        return RestAnswer.of(json);
    }
}
