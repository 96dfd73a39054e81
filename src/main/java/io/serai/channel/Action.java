package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something a hotel may ask for: either a port does it, or the channel does not offer it and says
 * why.
 *
 * @param port the port that does it; null when it is not offered
 * @param reason why it is not offered, and where the hotel does it instead; null when it is
 * @param confirmedBy what the channel must tell afterwards for it to be certain
 * @param told whether the channel tells it by itself; else it must be asked
 */
public record Action(
        @Nullable String port, @Nullable String reason, Proof confirmedBy, boolean told) {

    private static final String NOT_OFFERED = "not offered:";

    /** What shows that a channel did what was asked for. */
    public enum Proof {
        /** Its answer: nothing of the reservation changes by it. */
        ANSWER,
        /** A revision that cancels the reservation. */
        CANCELLED,
        /** A revision with the nights, the departure or the price that were asked for. */
        STAY;

        /** Its word in channel.yaml. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads {@code reservation-refund}, {@code not offered: the reason}, or {@code {port,
     * confirmed-by, told}}.
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Action parse(JsonNode said) {
        if (said.isObject()) {
            return new Action(
                    said.path("port").asText(),
                    null,
                    Proof.valueOf(
                            said.path("confirmed-by").asText("answer").toUpperCase(Locale.ROOT)),
                    said.path("told").asBoolean(true));
        }
        String text = said.asText();
        return text.startsWith(NOT_OFFERED)
                ? new Action(null, text.substring(NOT_OFFERED.length()).trim(), Proof.ANSWER, true)
                : new Action(text, null, Proof.ANSWER, true);
    }

    /** Whether the channel offers it. */
    public boolean offered() {
        return port != null;
    }
}
