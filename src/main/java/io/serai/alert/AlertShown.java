package io.serai.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert as programs see it.
 *
 * @param channel the channel's name in addresses
 * @param state open (nobody said they know), known or ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertShown(
        String id,
        String kind,
        String severity,
        String state,
        @Nullable String hotel,
        @Nullable String connection,
        @Nullable String channel,
        String title,
        String words,
        String todo,
        String page,
        Instant since,
        Instant raisedAt,
        @Nullable Instant endedAt,
        int returns,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy) {

    /** One as it is now. */
    public static AlertShown of(Alert alert, Channels channels) {
        String provider = alert.provider();
        return new AlertShown(
                Long.toString(alert.id()),
                alert.kind(),
                alert.severity(),
                alert.lasts() ? alert.isNew() ? "open" : "known" : "ended",
                text(alert.hotel()),
                text(alert.connection()),
                provider == null
                        ? null
                        : channels.findByCode(provider).map(Channel::folder).orElse(provider),
                alert.title(),
                alert.words(),
                alert.todo(),
                alert.page(),
                alert.since(),
                alert.raisedAt(),
                alert.endedAt(),
                alert.returns(),
                alert.acknowledgedAt(),
                alert.acknowledgedBy());
    }

    private static @Nullable String text(@Nullable Number key) {
        return key == null ? null : key.toString();
    }
}
