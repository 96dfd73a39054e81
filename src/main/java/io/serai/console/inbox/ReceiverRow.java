package io.serai.console.inbox;

import io.serai.alert.AlertKind;
import io.serai.alert.Receiver;
import io.serai.console.Hotel;
import io.serai.console.Times;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of alerts, as it is shown.
 *
 * @param where whose alerts
 * @param what of which kinds and severities
 * @param state on, off, or ended with the reason
 * @param last what came of the last message
 */
record ReceiverRow(
        long id,
        String name,
        String way,
        String address,
        String where,
        String what,
        String state,
        int waiting,
        int parked,
        String last,
        boolean own) {

    static ReceiverRow of(Receiver receiver, List<Hotel> hotels, ZoneId zone) {
        Receiver.Wish wish = receiver.wish();
        return new ReceiverRow(
                receiver.id(),
                wish.name(),
                wish.way(),
                wish.address(),
                where(receiver.hotel(), hotels),
                kinds(wish.kinds()) + ", from " + wish.least().word() + " on",
                wish.enabled()
                        ? "on"
                        : receiver.disabledReason() == null
                                ? "off"
                                : "ended: " + receiver.disabledReason(),
                receiver.waiting(),
                receiver.parked(),
                last(receiver, zone),
                !receiver.isSet());
    }

    private static String where(@Nullable Integer hotel, List<Hotel> hotels) {
        return hotel == null
                ? "all hotels, and Serai itself"
                : hotels.stream()
                        .filter(it -> it.id() == hotel)
                        .map(Hotel::name)
                        .findFirst()
                        .orElse("hotel " + hotel);
    }

    private static String kinds(List<String> kinds) {
        return kinds.isEmpty()
                ? "all kinds"
                : kinds.stream()
                        .map(AlertKind::of)
                        .map(AlertKind::label)
                        .collect(Collectors.joining(", "));
    }

    private static String last(Receiver receiver, ZoneId zone) {
        OffsetDateTime at = receiver.toldAt();
        if (at == null) {
            return "nothing was sent yet";
        }
        String words = receiver.lastWords();
        return Times.moment(at.toInstant(), zone) + ": " + (words == null ? "taken" : words);
    }
}
