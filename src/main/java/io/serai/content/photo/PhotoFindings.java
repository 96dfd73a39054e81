package io.serai.content.photo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.channel.PushAnswer.Outcome;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the port {@code photo-read} gives. {@code mappings/schema/photo-read.json} says the same of
 * its JSON.
 *
 * @param reference what the channel calls this call; null when it did not say
 * @param outcome what became of the call
 * @param retryAfter seconds after which the channel wants to be asked again; null when it did not
 *     say
 * @param photos what the channel knows of those that were asked about
 * @param items what the channel said where it did not answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record PhotoFindings(
        @Nullable String reference,
        Outcome outcome,
        @Nullable Integer retryAfter,
        List<Found> photos,
        List<PhotoAnswer.Item> items) {

    /**
     * How far a photo is.
     *
     * @param id as it was asked about
     * @param remote the channel's id from now on; null: as before
     * @param state how far it is
     * @param code the channel's code; null when there is none
     * @param words the channel's words; null when there are none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Found(
            String id,
            @Nullable String remote,
            PhotoState state,
            @Nullable String code,
            @Nullable String words) {}

    public PhotoFindings {
        outcome = Objects.requireNonNullElse(outcome, Outcome.UNKNOWN);
        photos = List.copyOf(Objects.requireNonNullElse(photos, List.of()));
        items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
    }
}
