package io.serai.console.inbox;

import io.serai.console.ChannelNames;
import io.serai.console.Times;
import io.serai.console.Words;
import io.serai.delivery.inbox.InboxMessage;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of the inbox.
 *
 * @param name what it is, as booking 7
 * @param stands how it stands, in words
 * @param about the channel, its number of the booking and what happened to it, as far as they are
 *     known
 * @param words what happened, or what became of it
 * @param means what that means for the hotel; empty where it is settled
 * @param todo what a person can do about it
 * @param reason why it waits, as it was written down for engineers
 * @param next when it is tried again; empty: not before somebody wants it
 * @param mayBeDone whether the channel may have done it already
 * @param waits whether it can be sent again or set aside
 */
record InboxRow(
        long id,
        String at,
        String name,
        String state,
        String stands,
        String about,
        String words,
        String means,
        String todo,
        String reason,
        String next,
        boolean mayBeDone,
        boolean waits) {

    static InboxRow of(InboxMessage message, ChannelNames names, ZoneId zone) {
        boolean parked = message.state().equals("parked");
        String channel = message.channel() == null ? null : names.of(message.channel());
        ParkedWords words = ParkedWords.of(message, channel);
        return new InboxRow(
                message.id(),
                Times.moment(message.lastAt(), zone),
                words.name(),
                message.state(),
                words.state(),
                Stream.of(channel, message.booking(), message.told() == null ? null : told(message))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · ")),
                parked || message.note() == null ? words.happened() : message.note(),
                parked ? words.means() : "",
                words.todo(),
                message.reason(),
                next(message, zone),
                parked && message.mayBeDone(),
                parked && message.hasBody());
    }

    private static String told(InboxMessage message) {
        return Words.of(message.kind().equals("call") ? "action" : "told", message.told());
    }

    private static String next(InboxMessage message, ZoneId zone) {
        if (message.behind() != null) {
            return "after message " + message.behind();
        }
        return message.nextTryAt() == null ? "" : Times.moment(message.nextTryAt(), zone);
    }
}
