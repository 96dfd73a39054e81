package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.reservation.hook.StoredHook;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a hotel's system is told, as the API shows it.
 *
 * @param disabledReason why Serai ended it; missing: it did not
 * @param previousSecretUntil until when the secret before signs too
 * @param waiting deliveries that are not taken yet
 * @param parked deliveries that were given up
 * @param secret shown once: when it is made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HookView(
        String id,
        String url,
        List<String> events,
        String payload,
        boolean enabled,
        @Nullable String disabledReason,
        @Nullable Instant previousSecretUntil,
        Instant createdAt,
        int waiting,
        int parked,
        @Nullable String secret) {

    static HookView of(StoredHook hook, @Nullable String secret) {
        OffsetDateTime until = hook.previousUntil();
        return new HookView(
                Long.toString(hook.id()),
                hook.wish().url(),
                hook.wish().events(),
                hook.wish().payload(),
                hook.wish().enabled(),
                hook.disabledReason(),
                until == null ? null : until.toInstant(),
                hook.createdAt().toInstant(),
                hook.waiting(),
                hook.parked(),
                secret);
    }
}
