package io.serai.channel.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account's credentials without their values.
 *
 * @param names what they are called
 * @param elsewhere those that are read from files or the environment
 * @param changedAt when they were changed last
 * @param expiresAt when the channel takes them no more; null: nobody said
 * @param beforeUntil until when the ones before are kept; null: none are
 * @param state ready or broken
 * @param reason why they are broken; null when they are not
 */
public record CredentialState(
        List<String> names,
        List<String> elsewhere,
        Instant changedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant beforeUntil,
        String state,
        @Nullable String reason) {

    static CredentialState read(ResultSet row, Map<String, String> kept) throws SQLException {
        return new CredentialState(
                List.copyOf(new TreeSet<>(kept.keySet())),
                kept.entrySet().stream()
                        .filter(entry -> CredentialSources.isElsewhere(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList(),
                row.getTimestamp(1).toInstant(),
                instant(row.getTimestamp(2)),
                instant(row.getTimestamp(3)),
                row.getString(4),
                row.getString(5));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
