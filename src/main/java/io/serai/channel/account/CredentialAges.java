package io.serai.channel.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How old the credentials of connections are, and what is to be done about them. */
public final class CredentialAges {

    private final JdbcClient database;
    private final CredentialSettings settings;
    private final Clock clock;

    CredentialAges(JdbcClient database, CredentialSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is to be done, the most urgent first. */
    public enum Due {
        /** The channel does not take them. */
        BROKEN,
        /** They are over. */
        ENDED,
        /** They end soon. */
        ENDS,
        /** They are old. */
        OLD,
        /** Nothing. */
        NOTHING
    }

    /**
     * The credentials by which a connection calls; those of its account, which others may share.
     *
     * @param name what the connection is called
     * @param expiresAt when the channel takes them no more; null: nobody said
     * @param reason why the channel does not take them; null where it does
     */
    public record Age(
            long connection,
            int hotel,
            String name,
            long account,
            Instant changedAt,
            long days,
            @Nullable Instant expiresAt,
            @Nullable String reason,
            Due due) {}

    /** Those of some hotels' connections, the most urgent first, the oldest first of these. */
    public List<Age> of(Collection<Long> hotels) {
        Instant now = clock.instant();
        return database
                .sql(
                        """
                        select c.id, c.hotel_id, c.integration_name, a.id as account, a.login_changed_at, a.login_expires_at,
                               case when a.state = 'broken' then coalesce(a.state_reason, 'refused') end as reason
                          from third_party_integrations c join channel_accounts a on a.id = c.account_id
                         where c.hotel_id = any (?) and c.state <> 'disconnected' and a.state <> 'trial'
                        """)
                .param(hotels.stream().map(Long::intValue).toArray(Integer[]::new))
                .query((row, number) -> read(row, now))
                .list()
                .stream()
                .sorted(
                        Comparator.comparing(Age::due)
                                .thenComparing(Age::changedAt)
                                .thenComparing(Age::connection))
                .toList();
    }

    private Age read(ResultSet row, Instant now) throws SQLException {
        Instant changed = row.getTimestamp("login_changed_at").toInstant();
        Timestamp end = row.getTimestamp("login_expires_at");
        Instant expires = end == null ? null : end.toInstant();
        String reason = row.getString("reason");
        return new Age(
                row.getLong("id"),
                row.getInt("hotel_id"),
                row.getString("integration_name"),
                row.getLong("account"),
                changed,
                Duration.between(changed, now).toDays(),
                expires,
                reason,
                due(changed, expires, reason, now));
    }

    private Due due(
            Instant changed, @Nullable Instant expires, @Nullable String reason, Instant now) {
        if (reason != null) {
            return Due.BROKEN;
        }
        if (expires != null && !expires.isAfter(now)) {
            return Due.ENDED;
        }
        if (expires != null && !expires.isAfter(now.plus(settings.endsAhead()))) {
            return Due.ENDS;
        }
        return changed.isAfter(now.minus(settings.oldAfter())) ? Due.NOTHING : Due.OLD;
    }
}
