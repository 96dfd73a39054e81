package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * Something a hotel may ask for: either a port does it, or the channel does not offer it and says
 * why.
 *
 * @param port the port that does it; null when it is not offered
 * @param reason why it is not offered; null when it is
 */
public record Action(@Nullable String port, @Nullable String reason) {

    private static final String NOT_OFFERED = "not offered:";

    /** Reads {@code reservation-report} or {@code not offered: the reason}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Action parse(String text) {
        return text.startsWith(NOT_OFFERED)
                ? new Action(null, text.substring(NOT_OFFERED.length()).trim())
                : new Action(text, null);
    }

    /** Whether the channel offers it. */
    public boolean offered() {
        return port != null;
    }
}
