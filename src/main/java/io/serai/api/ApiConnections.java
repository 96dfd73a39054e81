package io.serai.api;

import io.serai.channel.Channels;
import io.serai.database.TenantSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a caller sees of connections. */
@Component("apiConnections")
public class ApiConnections {

    private final TenantSession tenants;
    private final JdbcClient jdbc;
    private final Channels channels;

    ApiConnections(TenantSession tenants, JdbcClient jdbc, Channels channels) {
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.channels = channels;
    }

    /** The connections of the caller's hotels. */
    public Map<String, List<ConnectionView>> list(@ExchangeProperty("caller") Caller caller) {
        Map<Long, Instant> polls = polls();
        List<ConnectionView> views =
                tenants.call(
                        caller.hotels(),
                        caller.actor(),
                        session ->
                                session.sql(
                                                """
                                                select c.id, c.integration_name, c.provider, c.hotel_id, c.state, c.is_enabled and c.status = 'active' as enabled,
                                                       coalesce(c.state_reason, k.words) as reason, c.test_mode, c.remote_hotel,
                                                       c.configuration ->> 'partner_id' as partner_id, c.configuration ->> 'ean_id' as ean_id, c.account_id,
                                                       (select count(*) from marks m where m.connection_id = c.id) as marks, k.held_since
                                                  from third_party_integrations c left join claims k on k.connection_id = c.id
                                                 order by c.id
                                                """)
                                        .query((row, number) -> view(row, polls))
                                        .list());
        return Map.of("connections", views);
    }

    /** Accounts have no hotel of their own: the engine knows of their queues. */
    private Map<Long, Instant> polls() {
        Map<Long, Instant> polls = new HashMap<>();
        jdbc.sql(
                        """
                        select account_id, max(asked_at) as asked_at from channel_polls where asked_at is not null group by account_id
                        """)
                .query(
                        (ResultSet row) -> {
                            while (row.next()) {
                                polls.put(row.getLong(1), row.getTimestamp(2).toInstant());
                            }
                            return polls;
                        });
        return polls;
    }

    private @Nullable String reason(ResultSet row) throws SQLException {
        String provider = row.getString("provider");
        return channels.findByCode(provider).isPresent()
                ? row.getString("reason")
                : "provider: '" + provider + "' (expected: the code of a folder under routes)";
    }

    private ConnectionView view(ResultSet row, Map<Long, Instant> polls) throws SQLException {
        return new ConnectionView(
                row.getString("id"),
                row.getString("integration_name"),
                row.getString("provider"),
                row.getString("hotel_id"),
                row.getString("state"),
                row.getBoolean("enabled"),
                reason(row),
                row.getBoolean("test_mode"),
                row.getString("remote_hotel"),
                row.getString("partner_id"),
                row.getString("ean_id"),
                polls.get(row.getLong("account_id")),
                row.getLong("marks"),
                instant(row.getTimestamp("held_since")));
    }

    static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
