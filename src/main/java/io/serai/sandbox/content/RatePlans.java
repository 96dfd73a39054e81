package io.serai.sandbox.content;

import static io.serai.sandbox.content.OtaFaces.needed;
import static io.serai.sandbox.content.OtaFaces.number;
import static io.serai.sandbox.content.OtaFaces.refused;

import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.property.PlanBuilding;
import io.serai.sandbox.wire.OtaAnswer;
import io.serai.sandbox.wire.Refusal;
import io.serai.sandbox.wire.Xml;
import org.w3c.dom.Element;

/** OTA_HotelRatePlanNotif: rate plans are names, made, renamed, closed and opened again. */
final class RatePlans {

    static final int MOST = 100;

    private final PlanBuilding plans;

    RatePlans(PlanBuilding plans) {
        this.plans = plans;
    }

    void act(Hotel hotel, Element list, OtaAnswer answer) {
        for (var plan : Xml.children(list, "RatePlan")) {
            tell(hotel, plan, answer);
        }
    }

    private void tell(Hotel hotel, Element plan, OtaAnswer answer) {
        var own = Xml.attribute(plan, "RatePlanID");
        var kind = needed(plan, "RatePlanNotifType");
        if (own != null && !kind.equals("New")) {
            throw refused("394", "RatePlanID is allowed with New only");
        }
        switch (kind) {
            case "New" -> {
                if (plans.of(hotel.id()).size() >= MOST) {
                    throw refused("394", "a property has 100 active rate plans at most");
                }
                answer.element(
                        "RatePlanCrossRef",
                        "RequestRatePlanCode",
                        own,
                        "ResponseRatePlanCode",
                        plans.make(hotel.id(), name(plan)));
            }
            case "Overlay" -> found(plans.rename(hotel.id(), code(plan), name(plan)), plan);
            case "Remove" -> found(plans.activate(hotel.id(), code(plan), false), plan);
            case "Activate" -> found(plans.activate(hotel.id(), code(plan), true), plan);
            default ->
                    throw refused(
                            "394",
                            "RatePlanNotifType is '"
                                    + kind
                                    + "' (expected: New, Overlay, Remove or Activate)");
        }
    }

    private static long code(Element plan) {
        return number(plan, "RatePlanCode");
    }

    private static String name(Element plan) {
        return needed(needed(Xml.child(plan, "Description"), plan, "Description"), "Name");
    }

    private static void found(boolean there, Element plan) {
        if (!there) {
            throw new Refusal(400, "RATE_ID_INVALID", "rate plan " + code(plan) + " is unknown");
        }
    }
}
