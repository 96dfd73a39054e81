package io.serai.content.photo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer.Outcome;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the port {@code photo-push} gives: an answer as that of {@code ari-push}, and how far a
 * photo that was added is. {@code mappings/schema/photo-push.json} says the same of its JSON.
 *
 * @param reference what the channel calls this call; null when it did not say
 * @param outcome what became of it
 * @param retryAfter seconds after which the channel wants to be asked again; null when it did not
 *     say
 * @param remote the channel's id of the photo that was added; null when it named none
 * @param state how far that photo is; null when it did not say
 * @param items what the channel said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record PhotoAnswer(
        @Nullable String reference,
        Outcome outcome,
        @Nullable Integer retryAfter,
        @Nullable String remote,
        @Nullable PhotoState state,
        List<Item> items) {

    /**
     * One thing that the channel said.
     *
     * @param outcome what it means by {@code channel.yaml}; null when nobody judged it
     * @param code the channel's code, or the HTTP status; null when there is none
     * @param words the channel's words; null when there are none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Item(@Nullable Meaning outcome, @Nullable String code, @Nullable String words) {}

    public PhotoAnswer {
        outcome = Objects.requireNonNullElse(outcome, Outcome.UNKNOWN);
        items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
    }
}
