package io.serai.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a channel holds of a part.
 *
 * @param id the key of its row; null where it was never looked at
 * @param part the part, as {@code room:DBL}
 * @param state how the last look ended
 * @param words why, in the channel's words or ours
 * @param remote the channel's own id of it
 * @param reference what the channel called the last call that it answered
 * @param sentAt when something of it was last sent
 * @param readAt when the channel last showed what it holds; null: never
 * @param nextTryAt when it is looked at next; null: not before it is wanted
 * @param fields what the channel takes of it, field by field
 */
public record PartState(
        @Nullable String id,
        String part,
        String state,
        @Nullable String words,
        @Nullable String remote,
        @Nullable String reference,
        @Nullable Instant sentAt,
        @Nullable Instant readAt,
        @Nullable Instant nextTryAt,
        List<Field> fields) {

    /**
     * What a channel holds of a field.
     *
     * @param field its path
     * @param state accepted, refused, unknown (sent, not answered), open (to be sent) or fixed (the
     *     channel takes it only when the part is made)
     * @param ours what the hotel says now; null: nothing
     * @param theirs what the channel accepted last; null: nothing
     * @param code the channel's code of a refusal
     * @param words the channel's words of a refusal
     * @param reference what the channel called the call that it was settled by
     * @param settledAt when it was
     */
    public record Field(
            String field,
            String state,
            @Nullable JsonNode ours,
            @Nullable JsonNode theirs,
            @Nullable String code,
            @Nullable String words,
            @Nullable String reference,
            @Nullable Instant settledAt) {}
}
