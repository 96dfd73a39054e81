package io.serai.channel.answer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says, before anybody judges it: what a channel's mapping {@code answer-in} gives.
 *
 * @param reference what the channel calls this call; null when it did not say
 * @param ok whether the answer says in so many words that something was taken, or is the document
 *     that was asked for
 * @param errors what it refuses
 * @param warnings what it took with reserve
 */
public record AnswerFacts(
        @Nullable String reference, boolean ok, List<Said> errors, List<Said> warnings) {

    /**
     * One error or warning.
     *
     * @param update the number of the update it names; null when it names none
     * @param from the first night of it that it names; null when it names none
     * @param to the last night that it names, included; null when {@code from} is
     * @param fields the fields that it names; null when it names none
     * @param code the channel's code; null when there is none
     * @param words the channel's words; null when there are none
     * @param more whether there are more of this code than the answer holds: this one stands for
     *     them
     */
    public record Said(
            @Nullable Integer update,
            @JsonDeserialize(using = LocalDateDeserializer.class) @Nullable LocalDate from,
            @JsonDeserialize(using = LocalDateDeserializer.class) @Nullable LocalDate to,
            @Nullable List<String> fields,
            @Nullable String code,
            @Nullable String words,
            boolean more) {

        @JsonCreator
        public Said {}

        /** About all of an update. */
        public Said(@Nullable Integer update, @Nullable String code, @Nullable String words) {
            this(update, null, null, null, code, words, false);
        }
    }

    public AnswerFacts {
        errors = List.copyOf(Objects.requireNonNullElse(errors, List.of()));
        warnings = List.copyOf(Objects.requireNonNullElse(warnings, List.of()));
    }
}
