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

    WebhookSlips(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
}
