package io.serai.delivery.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Statements about parked messages that a wish means. */
final class InboxRows {

    /** The rows {@code p} that a wish means, their account {@code a}. */
    static final String WISHED =
            """
             from parked_messages p left join channel_accounts a on a.id = p.account_id
            where (p.hotel_id = any (:hotels)
                   or p.hotel_id is null and not exists (select from hotels h where h.id <> all (:hotels))
                   or p.hotel_id is null
                      and exists (select from third_party_integrations c where c.account_id = p.account_id and c.state <> 'disconnected')
                      and not exists (select from third_party_integrations c
                                       where c.account_id = p.account_id and c.state <> 'disconnected' and c.hotel_id <> all (:hotels)))
              and (:ids::bigint[] is null or p.id = any (:ids))
              and (:state::text is null or p.state = :state)
              and (:kind::text is null or p.kind = :kind)
              and (:channel::text is null or a.provider = :channel)
              and (:hotel::int is null or p.hotel_id = :hotel)
              and (:family::text is null or p.family = :family)
              and (:reason::text is null or position(lower(:reason) in lower(p.reason)) > 0)
              and (:since::timestamptz is null or p.parked_at >= :since)
            """;

    static final String COLUMNS =
            """
            p.id, p.state, p.kind, p.family, a.provider, p.hotel_id, p.connection_id, p.account_id, p.booking, p.told, p.may_be_done, p.route, p.reason,
            p.met, p.expected, p.first_at, p.parked_at, p.tries, p.next_try_at, p.replay_id, p.body_sealed is not null as has_body,
            p.settled_at, p.settled_by, p.note,
            case when p.state = 'parked' then
                 (select min(e.id) from parked_messages e
                   where e.account_id = p.account_id and e.booking = p.booking and e.kind = p.kind and e.state = 'parked'
                     and e.overtaken_at is null and e.id < p.id) end as behind
            """;

    private InboxRows() {}

    static StatementSpec params(StatementSpec statement, InboxWish wish) {
        Instant since = wish.since();
        return statement
                .param("hotels", wish.hotels().toArray(Long[]::new))
                .param("ids", wish.ids() == null ? null : wish.ids().toArray(Long[]::new))
                .param("state", wish.state(), Types.VARCHAR)
                .param("kind", wish.kind(), Types.VARCHAR)
                .param("channel", wish.channel(), Types.VARCHAR)
                .param("hotel", wish.hotel(), Types.INTEGER)
                .param("family", wish.family(), Types.VARCHAR)
                .param("reason", wish.reason(), Types.VARCHAR)
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC));
    }

    static InboxMessage message(ResultSet row, int number) throws SQLException {
        return new InboxMessage(
                row.getLong("id"),
                row.getString("state"),
                row.getString("kind"),
                row.getString("family"),
                row.getString("provider"),
                row.getObject("hotel_id", Integer.class),
                row.getObject("connection_id", Integer.class),
                row.getObject("account_id", Long.class),
                row.getString("booking"),
                row.getString("told"),
                row.getBoolean("may_be_done"),
                row.getString("route"),
                row.getString("reason"),
                row.getString("met"),
                row.getString("expected"),
                row.getTimestamp("first_at").toInstant(),
                row.getTimestamp("parked_at").toInstant(),
                row.getInt("tries"),
                instant(row.getTimestamp("next_try_at")),
                row.getObject("behind", Long.class),
                row.getObject("replay_id", Long.class),
                row.getBoolean("has_body"),
                instant(row.getTimestamp("settled_at")),
                row.getString("settled_by"),
                row.getString("note"));
    }

    static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
