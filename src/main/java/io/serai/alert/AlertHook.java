package io.serai.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.Channels;
import io.serai.reservation.hook.HookCalls;
import io.serai.reservation.hook.HookMessage;
import io.serai.reservation.hook.HookSecrets;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells by webhook, signed as hotels' own webhooks are: {@code {"type", "timestamp", "data"}}. A
 * program sorts by itself: each call tells of one alert.
 */
@Component
class AlertHook {

    private final HookCalls calls;
    private final HookSecrets secrets;
    private final AlertText text;
    private final Channels channels;
    private final ObjectMapper json;
    private final Clock clock;

    AlertHook(
            HookCalls calls,
            HookSecrets secrets,
            AlertText text,
            Channels channels,
            ObjectMapper json,
            Clock clock) {
        this.calls = calls;
        this.secrets = secrets;
        this.text = text;
        this.channels = channels;
        this.json = json;
        this.clock = clock;
    }

    /** The body of a message. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(String type, Instant timestamp, @Nullable Told data) {}

    /** What it tells of. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(AlertShown alert, String link) {}

    /**
     * Sends one and returns the status with which it was taken.
     *
     * @throws IOException when it was not
     */
    int send(AlertMessage message) throws IOException {
        return calls.post(
                new HookMessage(
                        message.address(),
                        message.id(),
                        clock.instant().getEpochSecond(),
                        body(message),
                        List.of(secrets.open(Objects.requireNonNull(message.secretSealed())))),
                message.errand());
    }

    private String body(AlertMessage message) throws JsonProcessingException {
        Alert alert = message.first().alert();
        return json.writeValueAsString(
                new Body(
                        "alert." + message.first().what(),
                        message.at(),
                        alert == null
                                ? null
                                : new Told(
                                        AlertShown.of(alert, channels), text.link(alert.page()))));
    }
}
