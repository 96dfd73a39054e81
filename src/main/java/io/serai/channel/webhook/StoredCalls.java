package io.serai.channel.webhook;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who works on which kept call now, and when each is begun again; by the database's clock. */
@Repository
class StoredCalls {

    private static final String FOUND =
            "w.id, w.provider, w.hook, w.account_id, w.kind, w.original_id, w.tries, w.owner";

    private final JdbcClient jdbc;
    private final String owner = "serai-" + UUID.randomUUID();

    StoredCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Claims at most so many calls that are due: those first that their channel waits for, nearest
     * deadline first; then the longest due.
     *
     * @param folders of the channels whose calls are worked off, by their codes
     */
    @Transactional
    public List<StoredCall> take(int most, Duration lease, Map<String, String> folders) {
        return jdbc.sql(
                        """
                        update ota_webhooks w set owner = :owner, until = now() + make_interval(secs => :lease), tries = w.tries + 1
                          from (select id, received_at from ota_webhooks
                                 where state = 'received' and next_try_at <= now() and until <= now() and provider in (:providers)
                                 order by confirm_by nulls last, next_try_at limit :most for update skip locked) due
                         where w.id = due.id and w.received_at = due.received_at
                        returning
                        """
                                + FOUND)
                .param("owner", owner)
                .param("lease", seconds(lease))
                .param("providers", folders.keySet())
                .param("most", most)
                .query((row, number) -> call(row, folders))
                .list();
    }

    /**
     * A call that is parked.
     *
     * @throws IllegalArgumentException when it is not, or its channel has no folder
     */
    StoredCall parked(long id, Map<String, String> folders) {
        return jdbc.sql(
                        "select "
                                + FOUND
                                + " from ota_webhooks w where id = :id and state = 'parked' and provider in (:providers)")
                .param("id", id)
                .param("providers", folders.keySet())
                .query((row, number) -> call(row, folders))
                .optional()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "webhook call: "
                                                + id
                                                + " (expected: one that is parked, of a channel with a folder)"));
    }

    /**
     * Claims a kept call, whatever became of it before; its next failure is its last.
     *
     * @throws IllegalArgumentException when it is under work, waits as a parked message or is not
     *     there, or its channel has no folder
     */
    StoredCall again(long id, int tries, Duration lease, Map<String, String> folders) {
        return jdbc.sql(
                        """
                        update ota_webhooks w
                           set owner = :owner, until = now() + make_interval(secs => :lease), tries = greatest(w.tries, :tries),
                               state = 'received', reason = null, processed_at = null
                         where id = :id and until <= now() and provider in (:providers)
                           and (state <> 'parked'
                                or not exists (select from parked_messages p
                                                where p.route = 'webhook-process' and p.message_key = w.id::text and p.state = 'parked'))
                        returning
                        """
                                + FOUND)
                .param("owner", owner)
                .param("lease", seconds(lease))
                .param("tries", tries)
                .param("id", id)
                .param("providers", folders.keySet())
                .query((row, number) -> call(row, folders))
                .optional()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "webhook call: "
                                                + id
                                                + " (expected: one that is kept and not under work, of a channel with a folder)"));
    }

    /** Whether a call was taken by its route; false for one that is not kept. */
    boolean isTaken(long id) {
        return jdbc.sql(
                        "select exists (select from ota_webhooks where id = ? and state not in ('received', 'parked', 'malformed'))")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Keeps claims that are still ours. */
    void renew(Collection<Long> ids, Duration lease) {
        if (!ids.isEmpty()) {
            jdbc.sql(
                            """
                            update ota_webhooks set until = now() + make_interval(secs => :lease)
                             where id in (:ids) and owner = :owner and state = 'received'
                            """)
                    .param("lease", seconds(lease))
                    .param("ids", ids)
                    .param("owner", owner)
                    .update();
        }
    }

    /** A call is worked off. */
    void settle(StoredCall call, String state, @Nullable String reason) {
        held("processed_at = now(), until = '-infinity', state = :state, reason = :reason", call)
                .param("state", state)
                .param("reason", reason)
                .update();
    }

    /** A call was not taken; it is begun again after a pause, or parked. */
    void putOff(StoredCall call, boolean last, Duration pause, String reason) {
        held(
                        """
                        state = :state, reason = :reason, until = '-infinity', next_try_at = now() + make_interval(secs => :pause)
                        """,
                        call)
                .param("state", last ? "parked" : "received")
                .param("reason", reason)
                .param("pause", seconds(pause))
                .update();
    }

    private JdbcClient.StatementSpec held(String change, StoredCall call) {
        return jdbc.sql(
                        "update ota_webhooks set owner = null, "
                                + change
                                + " where id = :id and owner is not distinct from :owner")
                .param("id", call.id())
                .param("owner", call.owner());
    }

    private static StoredCall call(java.sql.ResultSet row, Map<String, String> folders)
            throws java.sql.SQLException {
        return new StoredCall(
                row.getLong("id"),
                folders.getOrDefault(row.getString("provider"), ""),
                row.getString("hook"),
                (Long) row.getObject("account_id"),
                row.getString("kind"),
                (Long) row.getObject("original_id"),
                row.getInt("tries"),
                row.getString("owner"));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
