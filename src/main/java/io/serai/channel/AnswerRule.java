package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one status or code means and what it asks for besides.
 *
 * @param means the meaning
 * @param retry the ladder of {@code retries} that waits by; null for the one of the meaning
 * @param mapping whether it says that a room or rate id of the mapping is wrong
 */
public record AnswerRule(Meaning means, @Nullable String retry, boolean mapping) {

    /** The short form, {@code NOT_A_VALID_DATE: refused}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static AnswerRule parse(String meaning) {
        return of(Meaning.valueOf(meaning.toUpperCase(Locale.ROOT)));
    }

    /** A meaning that asks for nothing besides. */
    public static AnswerRule of(Meaning means) {
        return new AnswerRule(means, null, false);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public AnswerRule {}
}
