package io.serai.sandbox.content;

import static io.serai.sandbox.content.OtaFaces.needed;
import static io.serai.sandbox.content.OtaFaces.number;
import static io.serai.sandbox.content.OtaFaces.refused;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.property.PlanBuilding;
import io.serai.sandbox.property.PlanBuilding.Plan;
import io.serai.sandbox.property.Pricing;
import io.serai.sandbox.property.Room;
import io.serai.sandbox.wire.OtaAnswer;
import io.serai.sandbox.wire.Refusal;
import io.serai.sandbox.wire.Xml;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;

/** OTA_HotelProductNotif: which rate plan is sold for which room type, and how. */
final class RoomRates {

    private static final Set<String> MEALS = Set.of("0", "1", "19", "21", "22");

    private final PlanBuilding plans;
    private final Parts parts;
    private final JdbcClient jdbc;

    RoomRates(PlanBuilding plans, Parts parts, JdbcClient jdbc) {
        this.plans = plans;
        this.parts = parts;
        this.jdbc = jdbc;
    }

    void act(Hotel hotel, Element list, OtaAnswer answer) {
        for (var product : Xml.children(list, "HotelProduct")) {
            act(hotel, product);
        }
    }

    private void act(Hotel hotel, Element product) {
        var roomType = first(product, "RoomTypes", "RoomType");
        var room = hotel.rooms().get(number(roomType, "RoomTypeCode"));
        if (room == null) {
            throw new Refusal(
                    400, "ROOM_ID_INVALID", needed(roomType, "RoomTypeCode") + " is no room type");
        }
        var plan = plan(hotel, number(first(product, "RatePlans", "RatePlan"), "RatePlanCode"));
        var kind = needed(product, "ProductNotifType");
        switch (kind) {
            case "New", "Overlay" -> sell(hotel, room, plan, product, roomType);
            case "Remove" -> {
                if (!plans.withdraw(hotel.id(), room.id(), plan.id())) {
                    throw refused("394", "rate plan " + plan.id() + " is not sold for the room");
                }
            }
            default ->
                    throw refused(
                            "394",
                            "ProductNotifType is '"
                                    + kind
                                    + "' (expected: New, Overlay or Remove)");
        }
    }

    private void sell(Hotel hotel, Room room, Plan plan, Element product, Element roomType) {
        int most =
                Xml.attribute(roomType, "MaxOccupancy") == null
                        ? room.maxPersons()
                        : (int) number(roomType, "MaxOccupancy");
        if (most < 1 || most > room.maxPersons()) {
            throw refused(
                    "394", "MaxOccupancy is " + most + ", the room takes " + room.maxPersons());
        }
        var kept = JsonNodeFactory.instance.objectNode().put("maxOccupancy", most);
        var meals = kept.putArray("meals");
        var inclusions = Xml.child(product, "ValueAddInclusions");
        if (inclusions != null) {
            for (var meal : Xml.children(inclusions, "MealPlan")) {
                var code = needed(meal, "MealPlanCode");
                if (!MEALS.contains(code)) {
                    throw refused(
                            "394",
                            "MealPlanCode is '" + code + "' (expected: one of " + MEALS + ")");
                }
                meals.add(code);
            }
        }
        kept.put("policy", policy(product));
        plans.sell(hotel.id(), room.id(), plan, most, pricing(hotel, product));
        parts.put(hotel.id(), "roomrate/" + room.id() + "/" + plan.id(), kept);
    }

    /** The code of the cancellation policy; the default of the property where none is told. */
    private static @Nullable String policy(Element product) {
        var info = Xml.child(product, "PolicyInfo");
        var cancel = info == null ? null : Xml.child(info, "CancelPolicy");
        var penalty = cancel == null ? null : Xml.child(cancel, "CancelPenalty");
        return penalty == null ? null : needed(penalty, "PolicyCode");
    }

    private Pricing pricing(Hotel hotel, Element product) {
        var extensions = Xml.child(product, "TPA_Extensions");
        var type = extensions == null ? null : Xml.child(extensions, "PricingType");
        var word =
                type == null
                        ? jdbc.sql("select pricing from hotel where hotel_id = ?")
                                .param(hotel.id())
                                .query(String.class)
                                .single()
                        : needed(type, "Value").toUpperCase(java.util.Locale.ROOT);
        try {
            return Pricing.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw refused("394", "PricingType is '" + word + "' (expected: Standard, OBP or LOS)");
        }
    }

    private Plan plan(Hotel hotel, long code) {
        return plans.of(hotel.id()).stream()
                .filter(plan -> plan.id() == code)
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        400, "RATE_ID_INVALID", code + " is no active rate plan"));
    }

    private static Element first(Element product, String list, String name) {
        var holder = needed(Xml.child(product, list), product, list);
        return needed(Xml.child(holder, name), holder, name);
    }
}
