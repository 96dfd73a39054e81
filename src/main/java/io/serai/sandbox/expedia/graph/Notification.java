package io.serai.sandbox.expedia.graph;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What tells a partner that a booking was made, changed or cancelled.
 *
 * @param action BOOKED, MODIFIED or CANCELLED
 * @param token what confirms this one
 */
record Notification(
        UUID id,
        String account,
        String event,
        Instant created,
        long booking,
        long hotel,
        String action,
        String token) {

    static final String RESERVATION = "ReservationNotificationEvent";

    private static final DateTimeFormatter NANOSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'")
                    .withZone(ZoneOffset.UTC);

    Map<String, Object> payload() {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("property_id", Long.toString(hotel));
        payload.put("reservation_id", Long.toString(booking));
        payload.put("confirmation_token", token);
        payload.put("action_type", action);
        return payload;
    }

    Map<String, Object> envelope() {
        return envelope(event, created, id, payload());
    }

    static Map<String, Object> envelope(String event, Instant created, UUID id, Object payload) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("event_name", event);
        envelope.put("creation_time", NANOSECONDS.format(created));
        envelope.put("notification_id", id.toString());
        envelope.put("payload", payload);
        return envelope;
    }
}
