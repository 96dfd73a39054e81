package io.serai.delivery;

import io.serai.channel.webhook.StoredCall;
import io.serai.channel.webhook.WebhookWork;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the slips under which webhook calls are parked. */
@Component("webhookSlips")
public class WebhookSlips {

    private static final String ROUTE = "webhook-process";

    private final JdbcClient jdbc;
    private final Parking parking;

    WebhookSlips(JdbcClient jdbc, Parking parking) {
        this.jdbc = jdbc;
        this.parking = parking;
    }

    /**
     * The slip of a call, which was tried as often as it is: it is found again by its number, its
     * body stays where it is.
     */
    public ParkingSlip of(@ExchangeProperty(WebhookWork.CALL) StoredCall call) {
        String number = Long.toString(call.id());
        return new ParkingSlip(
                        ROUTE, ParkingSlip.Kind.WEBHOOK, number, call.account(), null, number)
                .as(Family.POISONED);
    }

    /** The parked message of a webhook call that is parked; null for one that is not. */
    public @Nullable Long parked(@Body String call) {
        return jdbc.sql(
                        "select id from parked_messages where route = ? and message_key = ? and state = 'parked'")
                .params(ROUTE, call)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /**
     * Settles the slip of a call that was taken after all: who wrote it was killed before the call
     * was given up, and its next worker had more luck. One that is sent again from the inbox is
     * settled there.
     */
    public void taken(@ExchangeProperty(WebhookWork.CALL) StoredCall call) {
        if (call.owner() != null && call.tries() > 1) {
            parking.release(ROUTE, Long.toString(call.id()), "engine:webhook-work");
        }
    }
}
