package io.serai.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is chosen for a connection.
 *
 * @param key its name
 * @param words what it means, for people
 * @param choices one of which it is; empty: any text
 * @param usual what holds where nothing is said; null: nothing does
 * @param value what is said; null: nothing
 */
public record ConnectionSetting(
        String key,
        String words,
        List<String> choices,
        @Nullable String usual,
        @Nullable String value) {

    public ConnectionSetting {
        choices = List.copyOf(choices);
    }

    /** Whether the value can be meant; null says nothing. */
    boolean takes(@Nullable String wished) {
        return wished == null
                || (choices.isEmpty() ? wished.length() <= 200 : choices.contains(wished));
    }
}
