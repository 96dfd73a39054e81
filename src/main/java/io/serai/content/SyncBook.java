package io.serai.content;

import java.sql.Types;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what is sent of parts: who looks at which when, and how it ended. */
@Repository
class SyncBook {

    private final JdbcClient jdbc;
    private final PeopleSealed sealed;

    SyncBook(JdbcClient jdbc, PeopleSealed sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    /**
     * Has a row for a part; its place in the order is the newest one. What is there already is read
     * before it is told anything, where the channel shows it.
     */
    void keep(int hotel, int connection, PartId part, int position) {
        boolean step = part.kind().equals(SyncedPart.STEP);
        jdbc.sql(
                        """
                        insert into content_syncs (hotel_id, connection_id, kind, room_type_id, rate_plan_id, step, position, reading)
                        values (:hotel, :connection, :kind, :room, :plan, :step, :position, 'first')
                        on conflict (connection_id, kind, room_type_id, rate_plan_id, step)
                        do update set position = excluded.position where content_syncs.position <> excluded.position
                        """)
                .param("hotel", hotel)
                .param("connection", connection)
                .param("kind", part.kind())
                .param("room", part.roomType())
                .param("plan", part.ratePlan())
                .param("step", step ? part.code() : null)
                .param("position", position)
                .update();
    }

    /**
     * Has all parts of a connection looked at now; what a channel works on is asked after.
     *
     * @return how many
     */
    int want(int connection) {
        return jdbc.sql(
                        """
                        update content_syncs
                           set next_try_at = now(), tries = 0, state = case when ask is null then 'waiting' else 'pending' end
                         where connection_id = ? and kind <> 'step'
                        """)
                .param(connection)
                .update();
    }

    /** Has one looked at now, and made where it is not there. */
    void create(long id) {
        jdbc.sql(
                        """
                        update content_syncs set next_try_at = now(), tries = 0, state = 'waiting', may_create = true
                         where id = ? and ask is null
                        """)
                .param(id)
                .update();
    }

    /**
     * Notes that a call leaves now, and renews the lease; false when the claim is outdated.
     *
     * @param create whether the part may be made by a call that is not answered
     * @param reads whether the call tells nothing
     */
    boolean begin(SyncedPart part, boolean create, boolean reads, Duration lease) {
        return jdbc.sql(
                                """
                                update content_syncs set sent_at = case when :reads then sent_at else clock_timestamp() end,
                                       looked_at = clock_timestamp(), is_begun = :create,
                                       until = clock_timestamp() + :lease * interval '1 second'
                                 where id = :id and fence = :fence
                                """)
                        .param("create", create)
                        .param("reads", reads)
                        .param("lease", lease.toSeconds())
                        .param("id", part.id())
                        .param("fence", part.fence())
                        .update()
                == 1;
    }

    /** Whether the claim still holds; nobody else claims it before the transaction ends then. */
    boolean holds(SyncedPart part) {
        return jdbc.sql("select id from content_syncs where id = ? and fence = ? for update")
                .params(part.id(), part.fence())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /**
     * Notes how a look ended; nothing where somebody else holds the part meanwhile. What somebody
     * wanted meanwhile stays wanted.
     *
     * @param again when it is looked at next; null: not before it is wanted
     */
    boolean end(
            SyncedPart part, SyncState state, @Nullable String words, @Nullable Duration again) {
        return jdbc.sql(
                                """
                                update content_syncs
                                   set state = :state, words = :words, looked_at = clock_timestamp(), until = '-infinity',
                                       next_try_at = case when next_try_at is not distinct from :due then now() + cast(:again as bigint) * interval '1 millisecond' else next_try_at end,
                                       tries = case when :state = 'failing' and next_try_at is not distinct from :due then tries + 1 else 0 end
                                 where id = :id and fence = :fence
                                """)
                        .param("state", state.word())
                        .param("words", words)
                        .param("due", part.dueAt())
                        .param("again", again == null ? null : again.toMillis())
                        .param("id", part.id())
                        .param("fence", part.fence())
                        .update()
                == 1;
    }

    /** Has a part wait for its turn: nothing was tried. */
    void putOff(SyncedPart part, Duration wait) {
        jdbc.sql(
                        """
                        update content_syncs set next_try_at = now() + ? * interval '1 millisecond', until = '-infinity', is_begun = ?
                         where id = ? and fence = ?
                        """)
                .params(wait.toMillis(), part.begun(), part.id(), part.fence())
                .update();
    }

    /**
     * Notes what an answer said besides: the channel's id, and what is asked next.
     *
     * @param begun whether it may still have been made without our knowing
     * @param ask the port that is asked next; null: none, the answer is final
     * @param request what that gets; null with it
     */
    void answered(
            SyncedPart part,
            ContentAnswer answer,
            boolean begun,
            @Nullable String ask,
            @Nullable String request) {
        jdbc.sql(
                        """
                        update content_syncs
                           set remote_key = coalesce(:remote, remote_key), reference = coalesce(:reference, reference),
                               ask = :ask, request_sealed = :request, is_begun = :begun,
                               pending_since = case when cast(:ask as text) is not null then coalesce(pending_since, now()) end
                         where id = :id and fence = :fence
                        """)
                .param("remote", answer.remote())
                .param("reference", answer.reference())
                .param("ask", ask)
                .param("request", sealed.seal(request), Types.BINARY)
                .param("begun", begun)
                .param("id", part.id())
                .param("fence", part.fence())
                .update();
    }
}
