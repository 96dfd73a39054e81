package io.serai.api;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.delivery.inbox.InboxWish;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which parked messages a request means. */
@Component
class InboxQuestion {

    /** What a message may be about. */
    private static final List<String> KINDS = List.of("reservation", "webhook", "call", "hook");

    private static final List<String> FAMILIES =
            List.of("may-pass", "cannot-pass", "poisoned", "held");
    private static final List<String> STATES =
            List.of("parked", "replayed", "overtaken", "discarded");

    private final Channels channels;

    InboxQuestion(Channels channels) {
        this.channels = channels;
    }

    /**
     * What a caller means, among what they may see.
     *
     * @param named what the request says under a name; null where it says nothing
     * @throws Problem 400 for what cannot be meant
     */
    InboxWish wish(Caller caller, UnaryOperator<@Nullable String> named) {
        return new InboxWish(
                caller.hotels(),
                null,
                one("state", named.apply("state"), STATES),
                one("kind", named.apply("kind"), KINDS),
                code(named.apply("channel")),
                hotel(named.apply("hotel")),
                one("family", named.apply("family"), FAMILIES),
                named.apply("reason"),
                since(named.apply("since")),
                false);
    }

    private static @Nullable String one(String name, @Nullable String value, List<String> known) {
        if (value != null && !known.contains(value)) {
            throw Problem.bad(name + ": '" + value + "' (expected: one of " + known + ")");
        }
        return value;
    }

    private @Nullable String code(@Nullable String folder) {
        if (folder == null) {
            return null;
        }
        return channels.find(folder)
                .map(Channel::code)
                .orElseThrow(
                        () ->
                                Problem.bad(
                                        "channel: '"
                                                + folder
                                                + "' (expected: one of "
                                                + channels.all().stream()
                                                        .map(Channel::folder)
                                                        .toList()
                                                + ")"));
    }

    private static @Nullable Integer hotel(@Nullable String id) {
        if (id != null && !id.matches("[0-9]{1,9}")) {
            throw Problem.bad("hotel: '" + id + "' (expected: a hotel's id)");
        }
        return id == null ? null : Integer.valueOf(id);
    }

    private static @Nullable Instant since(@Nullable String moment) {
        try {
            return moment == null ? null : Instant.parse(moment);
        } catch (DateTimeParseException none) {
            throw Problem.bad("since: '" + moment + "' (expected: as 2027-02-01T10:00:00Z)");
        }
    }
}
