package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.Found;
import io.serai.alert.Severity;
import io.serai.channel.Channels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Asks the database what alerts are to be raised for. A statement answers with {@code subject,
 * hotel_id, connection_id, account_id, provider, since, title, words, page}, and {@code severity}
 * where it is not the kind's; {@code {channel}} in a title or in words becomes the channel's name.
 */
@Component
final class Questions {

    /**
     * The accounts that are called for, {@code served}: their hotel, where it is one alone, how
     * many there are, in words, the first of their connections, and the page where what is wrong is
     * put right: the connection's, or the account's where it serves several hotels.
     */
    static final String SERVED =
            """
            served as (
                select c.account_id, c.provider, case when count(distinct c.hotel_id) = 1 then min(c.hotel_id) end as hotel_id, min(c.id) as connection_id,
                       case when count(distinct c.hotel_id) = 1 then 'hotel ' || min(h.name) else count(distinct c.hotel_id) || ' hotels' end as of,
                       case when count(distinct c.hotel_id) = 1 then (array_agg('/hotels/' || c.hotel_id || '/connections/' || c.id order by c.id))[1]
                            else '/accounts/' || c.account_id end as page
                  from third_party_integrations c join hotels h on h.id = c.hotel_id
                 where c.account_id is not null and c.state <> 'disconnected' and c.is_enabled and c.status = 'active'
                 group by c.account_id, c.provider)
            """;

    /**
     * Bookings {@code r} of hotels {@code h} whose channel was not told that {@code v} is taken.
     */
    static final String UNCONFIRMED =
            """
              from reservation_revisions v
              join reservations r on r.id = v.reservation_id and r.revision = v.revision
              join hotels h on h.id = r.hotel_id
             where v.expires_at is not null and v.acknowledged_at is null and v.confirm_ended_at is null and not r.is_rejected
            """;

    /** Whether nothing is answered to an account at all: then nothing else is said of its calls. */
    static final String REACHED =
            " not exists (select from alarms u where u.what = 'channel-unreachable' and u.ended_at is null and u.account_id = ";

    private final JdbcClient jdbc;
    private final Channels channels;

    Questions(JdbcClient jdbc, Channels channels) {
        this.jdbc = jdbc;
        this.channels = channels;
    }

    List<Found> ask(AlertKind kind, String statement, UnaryOperator<StatementSpec> with) {
        return with.apply(jdbc.sql(statement)).query((row, number) -> found(kind, row)).list();
    }

    /** A moment as statements take it. */
    static Timestamp at(Instant moment) {
        return Timestamp.from(moment);
    }

    private Found found(AlertKind kind, ResultSet row) throws SQLException {
        String provider = row.getString("provider");
        String channel = provider == null ? "" : name(provider);
        Timestamp since = row.getTimestamp("since");
        return new Found(
                row.getString("subject"),
                row.getObject("hotel_id", Integer.class),
                row.getObject("connection_id", Integer.class),
                row.getObject("account_id", Long.class),
                provider,
                severity(kind, row),
                since == null ? null : since.toInstant(),
                row.getString("title").replace("{channel}", channel),
                row.getString("words").replace("{channel}", channel),
                row.getString("page"));
    }

    private static Severity severity(AlertKind kind, ResultSet row) throws SQLException {
        boolean own =
                row.getMetaData()
                        .getColumnLabel(row.getMetaData().getColumnCount())
                        .equals("severity");
        String severity = own ? row.getString("severity") : null;
        return severity == null ? kind.severity() : Severity.of(severity);
    }

    private @Nullable String name(String provider) {
        return channels.findByCode(provider)
                .map(channel -> channel.definition().name())
                .orElse(provider);
    }
}
