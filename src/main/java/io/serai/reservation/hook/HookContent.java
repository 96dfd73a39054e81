package io.serai.reservation.hook;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery is about, and where it goes.
 *
 * @param messageId the same however often it is sent
 * @param at when that happened which it tells of
 * @param revisionId the revision that it tells of; null: it is a trial
 * @param previousSealed the secret before, while it signs too
 */
record HookContent(
        String messageId,
        String event,
        OffsetDateTime at,
        @Nullable Long revisionId,
        String url,
        String payload,
        byte[] secretSealed,
        byte @Nullable [] previousSealed) {}
