package io.serai.console.people;

import io.serai.console.Times;
import io.serai.console.access.ApiKey;
import io.serai.console.access.Right;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An API key in the list.
 *
 * @param state good, expired or revoked
 * @param before until when the secret before the last rotation is good; empty: none is
 * @param soon how long it is good yet, where that is not long; else empty
 */
record KeyRow(
        long id,
        String name,
        String rights,
        String where,
        String made,
        String lastUsed,
        String expires,
        String before,
        String soon,
        String state) {

    private static final Duration SOON = Duration.ofDays(30);

    static KeyRow of(ApiKey key, Map<Long, String> hotels, Instant now, ZoneId zone) {
        boolean good = key.revokedAt() == null && key.expiresAt().isAfter(now);
        Duration left = Duration.between(now, key.expiresAt());
        return new KeyRow(
                key.id(),
                key.name(),
                key.rights().stream().sorted().map(Right::word).collect(Collectors.joining(", ")),
                key.everywhere()
                        ? "all hotels"
                        : key.hotels().stream()
                                .map(id -> hotels.getOrDefault(id, "hotel " + id))
                                .collect(Collectors.joining(", ")),
                Times.minute(key.madeAt(), zone) + " by " + key.madeBy(),
                key.lastUsedAt() == null ? "never" : Times.minute(key.lastUsedAt(), zone),
                Times.date(key.expiresAt().atZone(zone).toLocalDate()),
                good ? after(key.beforeUntil(), now, zone) : "",
                good && left.compareTo(SOON) < 0 ? Times.roughly(left) : "",
                state(key, good));
    }

    /** Whether it lets anybody in. */
    public boolean isGood() {
        return state.equals("good");
    }

    static String state(ApiKey key, boolean good) {
        return good ? "good" : key.revokedAt() != null ? "revoked" : "expired";
    }

    private static String after(@Nullable Instant until, Instant now, ZoneId zone) {
        return until == null || !until.isAfter(now) ? "" : Times.minute(until, zone);
    }
}
