package io.serai.console.bookings;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.console.Times;
import io.serai.reservation.action.AskedAction;
import io.serai.reservation.action.OfferedAction;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * Something that a channel may be asked to do with a booking.
 *
 * @param name as channel.yaml names it
 * @param title what it is called
 * @param reason why it is not offered; empty when it is
 * @param fields what must be said of it
 * @param asked what was asked so far, latest first
 */
record ActionCard(
        String name, String title, String reason, List<ActionField> fields, List<Line> asked) {

    /**
     * Something that was asked.
     *
     * @param state the word for it
     * @param words how far it is
     * @param at when, and by whom
     */
    record Line(String state, String words, String at) {}

    static ActionCard of(OfferedAction action, JsonNode begin, ZoneId zone) {
        JsonNode needs = action.needs();
        return new ActionCard(
                action.action(),
                needs == null
                        ? ActionForm.words(action.action())
                        : needs.path("title").asText(ActionForm.words(action.action())),
                Objects.requireNonNullElse(action.reason(), ""),
                needs == null ? List.of() : new ActionForm(needs).fields(begin),
                action.asked().stream().map(asked -> line(asked, zone)).toList());
    }

    /** Whether it can be asked for. */
    public boolean isOffered() {
        return reason.isEmpty();
    }

    private static Line line(AskedAction asked, ZoneId zone) {
        return new Line(
                asked.state(),
                words(asked, zone),
                "asked " + Times.moment(asked.askedAt(), zone) + " by " + asked.askedBy());
    }

    private static String words(AskedAction asked, ZoneId zone) {
        String said = asked.words() == null ? "" : ": " + asked.words();
        return switch (asked.state()) {
            case "waiting" -> "on its way to the channel" + said;
            case "pending" -> "the channel works on it" + said;
            case "done" ->
                    !asked.toBeConfirmed()
                            ? "done by the channel"
                            : asked.missedAt() == null
                                    ? "taken by the channel, not yet confirmed by what it tells"
                                    : "taken by the channel, which told nothing of it since: look there";
            case "confirmed" ->
                    "confirmed by revision "
                            + asked.confirmedRevision()
                            + (asked.confirmedAt() == null
                                    ? ""
                                    : ", " + Times.moment(asked.confirmedAt(), zone));
            case "refused" -> "the channel refused" + said;
            case "given-up" -> "the channel could not be asked" + said;
            default -> String.valueOf(asked.words());
        };
    }
}
