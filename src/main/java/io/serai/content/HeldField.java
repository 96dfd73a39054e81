package io.serai.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a channel holds of a field of a part, as it said so itself.
 *
 * @param field its path
 * @param ours what was sent last; null: that it be taken away
 * @param theirs what the channel accepted last; null: nothing
 * @param state whether it accepted what was sent last
 * @param whole refused: whether with the whole part, so that the culprit is not known
 */
record HeldField(
        String field,
        @Nullable JsonNode ours,
        @Nullable JsonNode theirs,
        State state,
        boolean whole) {

    /** What is known of what was sent last. */
    enum State {
        ACCEPTED,
        /** Sent, and no answer is known. */
        UNKNOWN,
        /** Not taken, and not sent again until the hotel changes it. */
        REFUSED;

        /** As it is kept and shown. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a value is to be sent: it is not what the channel holds, nor what it refused. */
    boolean differs(@Nullable JsonNode wanted) {
        return switch (state) {
            case UNKNOWN -> true;
            case REFUSED -> !Objects.equals(ours, wanted) && !Objects.equals(theirs, wanted);
            case ACCEPTED -> !Objects.equals(theirs, wanted);
        };
    }

    /** The same without its refusal: the channel has what it accepted before. */
    HeldField forgiven() {
        return new HeldField(field, theirs, theirs, State.ACCEPTED, false);
    }

    /** Whether a value is what the channel refused. */
    boolean refuses(@Nullable JsonNode wanted) {
        return state == State.REFUSED && Objects.equals(ours, wanted);
    }
}
