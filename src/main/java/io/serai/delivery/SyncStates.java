package io.serai.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how far connections are with what they are to be told. */
@Repository
public class SyncStates {

    private static final String SELECT =
            """
            select c.id, c.hotel_id, c.state, m.marks, m.oldest, u.unknown, f.refused, k.held_since, k.words, k.ladder, k.rung,
                   case when k.next_try_at > clock_timestamp() then k.next_try_at end as next_try_at, case when :rooms then k.rooms_compared_at else k.rates_compared_at end as compared_at, d.drifts, d.suspected,
                   a.id as attempt, a.request, a.opened_at, a.answered_at, a.outcome, a.reference, a.code, a.words as attempt_words
              from third_party_integrations c
              left join claims k on k.connection_id = c.id
              cross join lateral (select count(*) as marks, min(at) as oldest from marks
                                   where connection_id = c.id and (room_type_id is not null) = :rooms) m
              cross join lateral (select count(*) as unknown
                                    from held_nights h join ota_rate_plans r on r.id = h.remote_id
                                   where r.connection_id = c.id and (r.product_id is null) = :rooms and h.unknown <> 0
                                     and h.night >= serai_today(c.hotel_id)) u
              cross join lateral (select coalesce(sum(upper(n) - lower(n)), 0) as refused
                                    from refusals f join ota_rate_plans r on r.id = f.remote_id, unnest(f.nights) n
                                   where f.connection_id = c.id and (r.product_id is null) = :rooms) f
              cross join lateral (select count(*) filter (where confirmed_at is not null) as drifts,
                                         count(*) filter (where confirmed_at is null) as suspected
                                    from drifts d join ota_rate_plans r on r.id = d.remote_id
                                   where d.connection_id = c.id and d.settled_at is null and (r.product_id is null) = :rooms) d
              left join lateral (select * from attempts a
                                  where a.connection_id = c.id
                                    and exists (select from attempt_ranges g join ota_rate_plans r on r.id = g.remote_id
                                                 where g.attempt_id = a.id and (r.product_id is null) = :rooms)
                                  order by a.id desc limit 1) a on true
             where c.id = :id
            """;

    /**
     * How far one is.
     *
     * @param session what sees it
     * @param rooms whether with rooms; else with prices and restrictions
     */
    public SyncState of(JdbcClient session, int connection, boolean rooms) {
        return session.sql(SELECT)
                .param("rooms", rooms)
                .param("id", connection)
                .query((row, number) -> state(row))
                .single();
    }

    private static SyncState state(ResultSet row) throws SQLException {
        return new SyncState(
                row.getString("id"),
                row.getString("hotel_id"),
                row.getString("state"),
                row.getLong("marks"),
                instant(row, "oldest"),
                row.getLong("unknown"),
                row.getLong("refused"),
                instant(row, "held_since"),
                row.getString("words"),
                row.getString("ladder"),
                row.getInt("rung"),
                instant(row, "next_try_at"),
                instant(row, "compared_at"),
                attempt(row),
                row.getLong("drifts"),
                row.getLong("suspected"));
    }

    private static SyncState.@Nullable LastAttempt attempt(ResultSet row) throws SQLException {
        String id = row.getString("attempt");
        return id == null
                ? null
                : new SyncState.LastAttempt(
                        id,
                        row.getString("request"),
                        row.getTimestamp("opened_at").toInstant(),
                        instant(row, "answered_at"),
                        row.getString("outcome"),
                        row.getString("reference"),
                        row.getString("code"),
                        row.getString("attempt_words"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
