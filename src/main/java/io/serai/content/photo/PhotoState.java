package io.serai.content.photo;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a photo is at a channel, as the channel says. */
public enum PhotoState {
    /** The channel works on it. */
    PENDING,
    /** It is shown, or could be. */
    LIVE,
    /** The channel does not take it. */
    REFUSED,
    /** The channel does not know it. */
    GONE;

    /** The word of the port contract. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
