package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link PushRequest}: what the port {@code ari-push} gives. {@code
 * mappings/schema/ari-push.json} says the same of its JSON.
 *
 * @param reference what the channel calls this call; null when it did not say
 * @param outcome what became of the whole
 * @param retryAfter seconds after which the channel wants to be asked again; null when it did not
 *     say
 * @param items what the channel said about single updates, or about the whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PushAnswer(
        @Nullable String reference,
        Outcome outcome,
        @Nullable Integer retryAfter,
        List<Item> items) {

    /** The code of a message that was not sent since it had no turn under a limit. */
    public static final String LIMITED = "limited";

    /** The code of a message that was not sent since such calls fail: its breaker is open. */
    public static final String HELD_BACK = "held-back";

    /** The codes of messages that were not sent, though nothing of them failed. */
    public static final Set<String> PUT_OFF = Set.of(LIMITED, HELD_BACK);

    /** What became of the whole, with the first words that were said of it. */
    public String told() {
        return items.stream()
                .map(Item::words)
                .filter(said -> said != null && !said.isBlank())
                .findFirst()
                .map(said -> outcome.word() + ": " + said)
                .orElse(outcome.word());
    }

    /** What became of a message as a whole. */
    public enum Outcome {
        /** All of it is taken. */
        APPLIED,
        /** All is taken but what the items name. */
        PARTLY,
        /** Nothing is taken. */
        REFUSED,
        /** Nothing is taken, nothing is wrong: again later. */
        LATER,
        /** It may have been taken or not. */
        UNKNOWN,
        /** Nothing is taken, nor will be until somebody changes the account or the connection. */
        BROKEN;

        /** The word of the port contract. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One thing that the channel said.
     *
     * @param update the number of the update it is about; null for the whole message
     * @param from the first night it is about; null for all nights of the update
     * @param to the last night it is about, included; null when {@code from} is
     * @param fields the fields it is about; null for all that the update carries
     * @param outcome what it means by {@code channel.yaml}
     * @param code the channel's code, or the HTTP status; null when there is none
     * @param words the channel's words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Nullable Integer update,
            @JsonSerialize(using = ToStringSerializer.class)
                    @JsonDeserialize(using = LocalDateDeserializer.class)
                    @Nullable LocalDate from,
            @JsonSerialize(using = ToStringSerializer.class)
                    @JsonDeserialize(using = LocalDateDeserializer.class)
                    @Nullable LocalDate to,
            @Nullable List<String> fields,
            Meaning outcome,
            @Nullable String code,
            @Nullable String words) {

        @JsonCreator
        public Item {}

        /** About all nights of what it is about. */
        public Item(
                @Nullable Integer update,
                @Nullable List<String> fields,
                Meaning outcome,
                @Nullable String code,
                @Nullable String words) {
            this(update, null, null, fields, outcome, code, words);
        }

        /** The same with another meaning. */
        public Item meaning(Meaning other) {
            return new Item(update, from, to, fields, other, code, words);
        }
    }

    public PushAnswer {
        items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
    }
}
