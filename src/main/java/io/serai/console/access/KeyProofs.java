package io.serai.console.access;

import io.serai.database.EngineSession;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows whose API key a program shows, and notes that it was used. */
@Component
class KeyProofs {

    private final EngineSession engine;
    private final Clock clock;

    KeyProofs(EngineSession engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** Whose key a program shows; empty for one that is not, or no more, good. */
    Optional<UsedKey> used(String shown) {
        return KeyText.read(shown)
                .flatMap(key -> engine.call("key:" + key.id(), it -> used(it, key)));
    }

    private Optional<UsedKey> used(JdbcClient database, KeyText shown) {
        Instant now = clock.instant();
        return database
                .sql(
                        ApiKeys.SELECT
                                + " where k.id = ? and k.revoked_at is null and k.expires_at > ?")
                .params(shown.id(), now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> good(row, shown.hash()))
                .stream()
                .filter(good -> good.until().isAfter(now))
                .findFirst()
                .map(
                        good -> {
                            ApiKey key = good.key();
                            note(database, key.id(), now);
                            return new UsedKey(
                                    key.id(), key.name(), grants(database, key), good.until());
                        });
    }

    /** A key, and until when what was shown of it is good; long over where it never was. */
    private record Good(ApiKey key, Instant until) {}

    private static Good good(ResultSet row, byte[] hash) throws SQLException {
        ApiKey key = ApiKeys.read(row, 1);
        Instant until = ApiKeys.moment(row, "before_until");
        byte[] before = row.getBytes("hash_before");
        if (MessageDigest.isEqual(row.getBytes("hash"), hash)) {
            return new Good(key, key.expiresAt());
        }
        boolean isBefore = before != null && MessageDigest.isEqual(before, hash);
        return new Good(key, isBefore && until != null ? until : Instant.EPOCH);
    }

    private static void note(JdbcClient database, long id, Instant now) {
        database.sql(
                        """
                        update api_keys set last_used_at = date_trunc('minute', ?::timestamptz)
                         where id = ? and (last_used_at is null or last_used_at < date_trunc('minute', ?::timestamptz))
                        """)
                .params(now.atOffset(ZoneOffset.UTC), id, now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Grants grants(JdbcClient database, ApiKey key) {
        List<Long> hotels =
                key.everywhere()
                        ? database.sql("select id::bigint from hotels").query(Long.class).list()
                        : key.hotels();
        return new Grants(
                key.everywhere() ? key.rights() : Set.of(),
                hotels.stream().collect(Collectors.toMap(id -> id, id -> key.rights())));
    }
}
