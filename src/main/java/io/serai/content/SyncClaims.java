package io.serai.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who sends which part: rows are claimed for a while, under a number that only rises. */
@Repository
class SyncClaims {

    private static final int AT_ONCE = 20;

    private final JdbcClient jdbc;
    private final PeopleSealed sealed;

    SyncClaims(JdbcClient jdbc, PeopleSealed sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    /**
     * Claims those that are due, one of a connection at a time, in its order. One instance claims
     * at a time, so that two never take parts of the same connection.
     */
    List<SyncedPart> claim(Duration lease) {
        boolean first =
                jdbc.sql("select pg_try_advisory_xact_lock(hashtext('content claim'))")
                        .query(Boolean.class)
                        .single();
        return !first
                ? List.of()
                : jdbc.sql(
                                """
                                update content_syncs s set until = now() + :lease * interval '1 second', fence = s.fence + 1
                                  from third_party_integrations c
                                 where c.id = s.connection_id and s.id in (
                                       select id from (
                                              select distinct on (q.connection_id) q.id, q.next_try_at
                                                from content_syncs q join third_party_integrations i on i.id = q.connection_id
                                               where q.next_try_at <= now() and i.account_id is not null and i.is_enabled and i.state <> 'disconnected'
                                                 and not exists (select from content_syncs b where b.connection_id = q.connection_id and b.until > now())
                                               order by q.connection_id, q.position, q.id) f
                                        order by next_try_at, id limit :most)
                                returning s.id, s.hotel_id, s.connection_id, c.account_id, c.provider, c.remote_hotel, c.test_mode,
                                          c.configuration::text, s.kind, s.room_type_id, s.rate_plan_id, s.step, s.remote_key,
                                          s.may_create, s.is_begun, s.ask, s.request_sealed, s.pending_since, s.reading, s.tries, s.next_try_at, s.fence
                                """)
                        .param("lease", lease.toSeconds())
                        .param("most", AT_ONCE)
                        .query((row, number) -> part(row))
                        .list();
    }

    private SyncedPart part(ResultSet row) throws SQLException {
        return new SyncedPart(
                row.getLong("id"),
                row.getInt("hotel_id"),
                row.getInt("connection_id"),
                row.getLong("account_id"),
                row.getString("provider"),
                row.getString("remote_hotel"),
                row.getBoolean("test_mode"),
                row.getString("configuration"),
                new PartId(
                        row.getString("kind"),
                        row.getObject("room_type_id", Integer.class),
                        row.getObject("rate_plan_id", Integer.class),
                        Optional.ofNullable(row.getString("step")).orElse("")),
                row.getString("remote_key"),
                row.getBoolean("may_create"),
                row.getBoolean("is_begun"),
                row.getString("ask"),
                sealed.open(row.getBytes("request_sealed")),
                Optional.ofNullable(row.getTimestamp("pending_since"))
                        .map(Timestamp::toInstant)
                        .orElse(null),
                row.getString("reading"),
                row.getInt("tries"),
                row.getObject("next_try_at", OffsetDateTime.class),
                row.getLong("fence"));
    }
}
