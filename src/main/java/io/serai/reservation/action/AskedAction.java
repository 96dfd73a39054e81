package io.serai.reservation.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a channel about a reservation, and how far it is.
 *
 * @param request its id among all requests
 * @param state waiting, pending, done, confirmed, refused, given-up or not-known
 * @param with what was said of it
 * @param words the channel's words; null when it said none
 * @param settledAt when the channel answered for good; null while it has not
 * @param confirmedAt when the channel told the same of the reservation; null while it has not
 * @param confirmedRevision the revision that says so
 * @param toBeConfirmed whether the channel has yet to tell it
 * @param missedAt when it took longer than it should; null where it did not
 */
public record AskedAction(
        String request,
        String state,
        JsonNode with,
        @Nullable String words,
        Instant askedAt,
        String askedBy,
        @Nullable Instant settledAt,
        @Nullable Instant confirmedAt,
        @Nullable Integer confirmedRevision,
        boolean toBeConfirmed,
        @Nullable Instant missedAt) {}
