package io.serai.sandbox.expedia.graph;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner wants notifications.
 *
 * @param apiKey of the partner's choice, shown with each notification
 * @param timeoutSeconds how long its answer is waited for
 * @param secret what notifications are signed with
 * @param previous the secret before it, where that is still good; null where it is not
 */
record Callback(
        UUID id,
        String account,
        String url,
        String apiKey,
        int timeoutSeconds,
        @Nullable String contactEmail,
        String secret,
        Instant secretExpires,
        @Nullable String previous,
        @Nullable Instant previousExpires) {}
