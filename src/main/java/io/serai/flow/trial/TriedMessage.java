package io.serai.flow.trial;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kept message for which another text of its mapping gives something else.
 *
 * @param place which of the messages tried it is, the newest first, counted from 1
 * @param id by which it is kept
 * @param at when it was mapped
 * @param attempt the attempt it was written for; null: for none
 * @param booking the number of the booking it is about; empty: none is said
 * @param against with what is compared: what was made of it then, or what the text before makes
 * @param failed why the text fails on it; null: it does not
 * @param fields what differs, without people and secrets
 * @param more how many fields differ besides
 */
public record TriedMessage(
        int place,
        long id,
        Instant at,
        @Nullable Long attempt,
        String booking,
        String against,
        @Nullable String failed,
        List<FieldDifference> fields,
        int more) {}
