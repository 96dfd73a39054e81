package io.serai.payment;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.delivery.Family;
import io.serai.delivery.Parking;
import io.serai.delivery.ParkingSlip;
import org.springframework.stereotype.Component;

/**
 * Shows people in the inbox which charges and refunds have no end that anybody knows. What is
 * parked is tried again as all is that may pass: the gateway is asked then.
 */
@Component
class ParkedActs {

    /** The route that asks the gateway; a message's key is that of its act. */
    static final String ROUTE = "payment-look";

    private final Parking parking;
    private final ObjectMapper json;

    ParkedActs(Parking parking, ObjectMapper json) {
        this.parking = parking;
        this.json = json;
    }

    /** Why an act is in the inbox, and what to do; its amount is for those who see money. */
    static final class EndNotKnown extends RuntimeException {

        private static final long serialVersionUID = 1;

        private EndNotKnown(DueAct act, String words) {
            super(
                    "%s through %s: its end is not known (expected: the gateway's answer). %s"
                            .formatted(act.kind(), act.gateway(), words));
        }
    }

    /**
     * Parks an act.
     *
     * @param words what is done about it, and what a person can do
     */
    void park(DueAct act, String words) {
        String body =
                json.createObjectNode()
                        .put("act", Long.toString(act.id()))
                        .put("ask", act.kind())
                        .put("gateway", act.gateway())
                        .put("key", act.key().toString())
                        .toString();
        parking.park(
                new ParkingSlip(
                                ROUTE,
                                ParkingSlip.Kind.CALL,
                                Long.toString(act.id()),
                                null,
                                null,
                                body)
                        .of(act.number(), act.kind())
                        .as(Family.MAY_PASS)
                        .at(act.hotel()),
                new EndNotKnown(act, words));
    }

    /** Its end is known. */
    void release(long act, String actor) {
        parking.release(ROUTE, Long.toString(act), actor);
    }
}
