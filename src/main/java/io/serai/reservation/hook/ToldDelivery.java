package io.serai.reservation.hook;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A delivery, as the log of its subscription shows it.
 *
 * @param messageId the webhook-id
 * @param state waiting, done or parked
 * @param status the HTTP status of the last answer; null: there was none
 * @param words why it was not taken
 */
public record ToldDelivery(
        long id,
        String messageId,
        String event,
        @Nullable Long revisionId,
        @Nullable Long reservationId,
        String state,
        int tries,
        @Nullable Integer status,
        @Nullable String words,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime triedAt,
        OffsetDateTime nextTryAt) {}
