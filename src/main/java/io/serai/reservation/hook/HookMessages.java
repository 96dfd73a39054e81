package io.serai.reservation.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.reservation.feed.FedBookings;
import io.serai.reservation.feed.FedRevision;
import io.serai.reservation.feed.RevisionFeed;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what is told: {@code {"type", "timestamp", "data"}}. A thin one names the revision, which
 * who may see the hotel then fetches; a full one is that revision as the feed shows it.
 */
@Component
class HookMessages {

    private final JdbcClient jdbc;
    private final HookDeliveries deliveries;
    private final FedBookings bookings;
    private final HookSecrets secrets;
    private final ObjectMapper json;
    private final Clock clock;

    HookMessages(
            JdbcClient jdbc,
            HookDeliveries deliveries,
            FedBookings bookings,
            HookSecrets secrets,
            ObjectMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.bookings = bookings;
        this.secrets = secrets;
        this.json = json;
        this.clock = clock;
    }

    /** The message of a delivery, to be sent now. */
    HookMessage write(HookDelivery delivery) {
        HookContent content = deliveries.content(delivery);
        return new HookMessage(
                content.url(),
                content.messageId(),
                clock.instant().getEpochSecond(),
                written(
                        new Told(
                                content.event(),
                                content.at().toInstant(),
                                data(delivery, content))),
                Stream.of(content.secretSealed(), content.previousSealed())
                        .filter(Objects::nonNull)
                        .map(secrets::open)
                        .toList());
    }

    private Object data(HookDelivery delivery, HookContent content) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("hotel", Integer.toString(delivery.hotel()));
        if (content.revisionId() == null) {
            return data;
        }
        FedRevision told =
                new RevisionFeed(jdbc, delivery.hotel()).find(content.revisionId()).orElseThrow();
        if (content.payload().equals("full")) {
            return bookings.complete(jdbc, List.of(told)).get(0);
        }
        data.put("revision", told.id());
        data.put("reservation", told.reservation());
        data.put("channel", told.channel());
        data.put("number", told.number());
        data.put("kind", told.kind());
        return data;
    }

    private String written(Told told) {
        try {
            return json.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(told.type() + " cannot be written", e);
        }
    }

    /** The body of a message. */
    private record Told(String type, Instant timestamp, Object data) {}
}
