package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one status or code means and what it asks for besides.
 *
 * @param means the meaning
 * @param retry the ladder of {@code retries} that waits by; null for the one of the meaning
 * @param mapping whether it says that a room or rate id of the mapping is wrong
 * @param fields the fields it is about, where the answer names none; none: all
 * @param whole whether it is about all of the message, so that no culprit is looked for
 * @param stops what is not usable any more where it means {@link Meaning#BROKEN}
 */
public record AnswerRule(
        Meaning means,
        @Nullable String retry,
        boolean mapping,
        List<String> fields,
        boolean whole,
        Stopped stops) {

    /** What somebody has to put right before anything is called again. */
    public enum Stopped {
        CONNECTION,
        ACCOUNT
    }

    /** The short form, {@code NOT_A_VALID_DATE: refused}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static AnswerRule parse(String meaning) {
        return of(Meaning.valueOf(meaning.toUpperCase(Locale.ROOT)));
    }

    /** A meaning that asks for nothing besides. */
    public static AnswerRule of(Meaning means) {
        return new AnswerRule(means, null, false, List.of(), false, Stopped.CONNECTION);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public AnswerRule {
        fields = List.copyOf(Objects.requireNonNullElse(fields, List.of()));
        stops = Objects.requireNonNullElse(stops, Stopped.CONNECTION);
    }

    /** Whether no call of the account is made any more. */
    public boolean stopsAccount() {
        return means == Meaning.BROKEN && stops == Stopped.ACCOUNT;
    }
}
