package io.serai.reservation.overbooking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads when the connections of a hotel were paused: what the audit says of their switches. */
@Repository
class PauseReader {

    private static final String SWITCHED =
            """
            select k.id, k.integration_name, not (k.is_enabled and k.status = 'active') as paused_now, a.at, a.actor,
                   a.change -> 'after' ->> 'is_enabled' as enabled, a.change -> 'after' ->> 'status' as status
              from third_party_integrations k
              left join audit a on a.hotel_id = k.hotel_id and a.subject = 'third_party_integrations' and a.subject_id = k.id
                               and a.act = 'update' and (a.change -> 'columns' @> '["is_enabled"]' or a.change -> 'columns' @> '["status"]')
             where k.hotel_id = ?
             order by k.id, a.id
            """;

    /** Those of all connections of a hotel that the session sees. */
    List<Pause> of(JdbcClient session, int hotel) {
        List<Pause> pauses = new ArrayList<>();
        session.sql(SWITCHED)
                .param(hotel)
                .query(
                        row -> {
                            boolean off =
                                    row.getTimestamp("at") == null
                                            ? row.getBoolean("paused_now")
                                            : "false".equals(row.getString("enabled"))
                                                    || "inactive".equals(row.getString("status"));
                            Instant at =
                                    row.getTimestamp("at") == null
                                            ? null
                                            : row.getTimestamp("at").toInstant();
                            String actor = row.getString("actor");
                            add(
                                    pauses,
                                    new Pause(
                                            row.getInt("id"),
                                            row.getString("integration_name"),
                                            at,
                                            null,
                                            actor == null ? "somebody" : actor),
                                    off);
                        });
        return List.copyOf(pauses);
    }

    /** A switch begins a pause, or ends the one that is under way. */
    private static void add(List<Pause> pauses, Pause now, boolean off) {
        Pause last = pauses.isEmpty() ? null : pauses.get(pauses.size() - 1);
        boolean paused =
                last != null && last.connection() == now.connection() && last.until() == null;
        if (off && !paused) {
            pauses.add(now);
        } else if (!off && paused) {
            pauses.set(
                    pauses.size() - 1,
                    new Pause(
                            last.connection(),
                            last.channel(),
                            last.from(),
                            now.from(),
                            last.actor()));
        }
    }
}
