package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.console.access.ApiKey;
import io.serai.console.access.Right;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key as a caller sees it.
 *
 * @param hotels ids; null: everywhere
 * @param state good, expired or revoked
 * @param secret when it was made or rotated just now, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessKeyView(
        String id,
        String name,
        List<String> rights,
        boolean everywhere,
        @Nullable List<String> hotels,
        String state,
        String madeBy,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant beforeUntil,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable String secret) {

    static AccessKeyView of(ApiKey key, @Nullable String secret, Instant now) {
        String state =
                key.revokedAt() != null
                        ? "revoked"
                        : key.expiresAt().isAfter(now) ? "good" : "expired";
        return new AccessKeyView(
                Long.toString(key.id()),
                key.name(),
                key.rights().stream().sorted().map(Right::word).toList(),
                key.everywhere(),
                key.everywhere() ? null : key.hotels().stream().map(String::valueOf).toList(),
                state,
                key.madeBy(),
                key.madeAt(),
                key.expiresAt(),
                key.rotatedAt(),
                key.beforeUntil(),
                key.lastUsedAt(),
                key.revokedAt(),
                secret);
    }
}
