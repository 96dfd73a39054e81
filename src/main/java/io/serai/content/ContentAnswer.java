package io.serai.content;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.serai.channel.Meaning;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link ContentRequest}: what the port {@code content-push} gives. {@code
 * mappings/schema/content-push.json} says the same of its JSON.
 *
 * @param reference what the channel calls this call; null when it did not say
 * @param outcome what became of the whole
 * @param retryAfter seconds after which the channel wants to be asked again; null when it did not
 *     say
 * @param ask pending: the port that is asked next, with the same request
 * @param after pending: seconds until then
 * @param remote the channel's own id of what was made or found
 * @param shown of a port that reads: what is there, by field; JSON's null: nothing. Of others
 *     nothing is known; null: the port read nothing
 * @param items what the channel said about single fields, or about the whole
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContentAnswer(
        @Nullable String reference,
        Outcome outcome,
        @Nullable Integer retryAfter,
        @Nullable String ask,
        double after,
        @Nullable String remote,
        @Nullable Map<String, JsonNode> shown,
        List<Item> items) {

    /** What became of a part as a whole. */
    public enum Outcome {
        /** All of it is taken. */
        @JsonProperty("applied")
        APPLIED,
        /** All is taken but what the items name. */
        @JsonProperty("partly")
        PARTLY,
        /** Nothing is taken. */
        @JsonProperty("refused")
        REFUSED,
        /** Nothing is taken, nothing is wrong: again later. */
        @JsonProperty("later")
        LATER,
        /** It may have been taken or not. */
        @JsonProperty("unknown")
        UNKNOWN,
        /** Nothing is taken, nor will be until somebody changes the account or the connection. */
        @JsonProperty("broken")
        BROKEN,
        /** The channel has it and works on it: {@code ask} says what became of it. */
        @JsonProperty("pending")
        PENDING
    }

    /**
     * One thing that the channel said.
     *
     * @param fields the fields it is about, or what they begin with; null for all of the part
     * @param outcome what it means by {@code channel.yaml}
     * @param code the channel's code, or the HTTP status; null when there is none
     * @param words the channel's words
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Item(
            @Nullable List<String> fields,
            Meaning outcome,
            @Nullable String code,
            @Nullable String words) {}

    /** Nobody knows what became of it. */
    static ContentAnswer unknown(List<Item> items) {
        return new ContentAnswer(null, Outcome.UNKNOWN, null, null, 0, null, null, items);
    }

    public ContentAnswer {
        outcome = Objects.requireNonNullElse(outcome, Outcome.UNKNOWN);
        shown = shown == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(shown));
        items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
    }
}
