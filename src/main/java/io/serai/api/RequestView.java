package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked of a channel, as the API shows it.
 *
 * @param ask the port
 * @param state waiting, pending, done, refused, given-up or not-known
 * @param words the channel's words; null when it said none
 * @param answer what the channel last answered; null before its first answer
 * @param nextTryAt when it goes on; null when it is settled
 */
public record RequestView(
        String id,
        String connection,
        String ask,
        String state,
        @Nullable String words,
        @Nullable JsonNode answer,
        int tries,
        Instant askedAt,
        String askedBy,
        @Nullable Instant nextTryAt,
        @Nullable Instant settledAt) {}
