package io.serai.delivery;

import io.serai.channel.webhook.StoredCall;
import io.serai.channel.webhook.WebhookWork;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Writes the slips under which webhook calls are parked. */
@Component("webhookSlips")
public class WebhookSlips {

    private static final String ROUTE = "webhook-process";

    /** The slip of a call: it is found again by its number, its body stays where it is. */
    public ParkingSlip of(@ExchangeProperty(WebhookWork.CALL) StoredCall call) {
        String number = Long.toString(call.id());
        return new ParkingSlip(
                ROUTE, ParkingSlip.Kind.WEBHOOK, number, call.account(), null, number);
    }
}
