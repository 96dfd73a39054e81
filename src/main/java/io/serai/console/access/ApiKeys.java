package io.serai.console.access;

import io.serai.database.EngineSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys by which programs call the API; who makes them may see a secret once. */
@Repository
public class ApiKeys {

    static final String SELECT =
            """
            select k.*, array(select hotel_id::bigint from api_key_hotels h where h.key_id = k.id order by 1) as hotels from api_keys k
            """;

    private final EngineSession engine;
    private final Clock clock;

    ApiKeys(EngineSession engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** A key with its secret, which is told this once. */
    public record Told(ApiKey key, String secret) {}

    /** All, the oldest first. */
    public List<ApiKey> all(String actor) {
        return engine.call(
                actor,
                database -> database.sql(SELECT + " order by k.id").query(ApiKeys::read).list());
    }

    /** One; empty where there is none. */
    public Optional<ApiKey> find(String actor, long id) {
        return engine.call(actor, database -> find(database, id));
    }

    /**
     * Makes one.
     *
     * @throws AccessRefused where one of its hotels is not there
     */
    public Told make(String actor, ApiKey.Wish wish) {
        return engine.call(
                actor,
                database -> {
                    long id =
                            database.sql("select nextval(pg_get_serial_sequence('api_keys', 'id'))")
                                    .query(Long.class)
                                    .single();
                    KeyText secret = KeyText.make(id);
                    database.sql(
                                    """
                                    insert into api_keys (id, name, rights, everywhere, hash, expires_at, created_at)
                                    overriding system value values (?, ?, ?, ?, ?, ?, ?)
                                    """)
                            .params(
                                    id,
                                    wish.name(),
                                    wish.rights().stream()
                                            .map(Right::word)
                                            .sorted()
                                            .toArray(String[]::new),
                                    wish.everywhere(),
                                    secret.hash(),
                                    wish.expiresAt().atOffset(ZoneOffset.UTC),
                                    clock.instant().atOffset(ZoneOffset.UTC))
                            .update();
                    for (long hotel : wish.hotels()) {
                        int written =
                                database.sql(
                                                "insert into api_key_hotels (key_id, hotel_id) select ?, id from hotels where id = ?")
                                        .params(id, hotel)
                                        .update();
                        if (written == 0) {
                            throw AccessRefused.notMeant(
                                    "hotels", "'" + hotel + "'", "ids of hotels");
                        }
                    }
                    return new Told(find(database, id).orElseThrow(), secret.text());
                });
    }

    /**
     * Gives a key another secret; the one before is good for a while, and with it the key's end.
     *
     * @param overlap how long; the secret before that one is good no more
     * @return empty where there is no such key, or it is good no more
     */
    public Optional<Told> rotate(String actor, long id, Duration overlap) {
        KeyText secret = KeyText.make(id);
        Instant now = clock.instant();
        return engine.call(
                actor,
                database ->
                        database.sql(
                                                        """
                                                update api_keys set hash_before = hash, before_until = least(?, expires_at), hash = ?, rotated_at = ?
                                                 where id = ? and revoked_at is null and expires_at > ?
                                                """)
                                                .params(
                                                        now.plus(overlap).atOffset(ZoneOffset.UTC),
                                                        secret.hash(),
                                                        now.atOffset(ZoneOffset.UTC),
                                                        id,
                                                        now.atOffset(ZoneOffset.UTC))
                                                .update()
                                        == 0
                                ? Optional.empty()
                                : Optional.of(
                                        new Told(find(database, id).orElseThrow(), secret.text())));
    }

    /** Has a key be good no more, from now on; empty where there is none. */
    public Optional<ApiKey> revoke(String actor, long id) {
        return engine.call(
                actor,
                database -> {
                    database.sql(
                                    """
                                    update api_keys set revoked_at = ?, revoked_by = ? where id = ? and revoked_at is null
                                    """)
                            .params(clock.instant().atOffset(ZoneOffset.UTC), actor, id)
                            .update();
                    return find(database, id);
                });
    }

    private static Optional<ApiKey> find(JdbcClient database, long id) {
        return database.sql(SELECT + " where k.id = ?").param(id).query(ApiKeys::read).optional();
    }

    static ApiKey read(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getLong("id"),
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("rights").getArray())
                        .map(Right::of)
                        .collect(Collectors.toSet()),
                row.getBoolean("everywhere"),
                List.of((Long[]) row.getArray("hotels").getArray()),
                row.getString("made_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                moment(row, "rotated_at"),
                moment(row, "before_until"),
                moment(row, "last_used_at"),
                moment(row, "revoked_at"));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
