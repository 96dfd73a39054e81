package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.delivery.inbox.InboxMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A parked message as a caller sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InboxView(
        String id,
        String state,
        String kind,
        String family,
        @Nullable String channel,
        @Nullable String hotel,
        @Nullable String connection,
        @Nullable String booking,
        @Nullable String told,
        boolean mayBeDone,
        String where,
        String reason,
        @Nullable String met,
        @Nullable String expected,
        Instant firstAt,
        Instant lastAt,
        int tries,
        @Nullable Instant nextTryAt,
        @Nullable String behind,
        @Nullable String replay,
        boolean replayable,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        @Nullable String note,
        @Nullable String body) {

    /**
     * @param body as it may be shown; null where it is not
     */
    static InboxView of(InboxMessage message, Channels channels, @Nullable String body) {
        return new InboxView(
                Long.toString(message.id()),
                message.state(),
                message.kind(),
                message.family(),
                message.channel() == null
                        ? null
                        : channels.findByCode(message.channel())
                                .map(Channel::folder)
                                .orElse(message.channel()),
                text(message.hotel()),
                text(message.connection()),
                message.booking(),
                message.told(),
                message.mayBeDone(),
                message.route(),
                message.reason(),
                message.met(),
                message.expected(),
                message.firstAt(),
                message.lastAt(),
                message.tries(),
                message.nextTryAt(),
                text(message.behind()),
                text(message.replay()),
                message.state().equals("parked") && message.hasBody(),
                message.settledAt(),
                message.settledBy(),
                message.note(),
                body);
    }

    private static @Nullable String text(@Nullable Number key) {
        return key == null ? null : key.toString();
    }
}
