package io.serai.content;

import io.serai.channel.CreationStep;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of how hotels are made at channels. */
@Repository
class CreationRows {

    /**
     * What a step still needs.
     *
     * @param id its key
     * @param state how the last look at it ended
     * @param words why
     * @param due whether it is looked at without anybody's doing
     */
    record Row(long id, SyncState state, @Nullable String words, boolean due) {}

    private final JdbcClient jdbc;
    private final SyncBook book;

    CreationRows(JdbcClient jdbc, SyncBook book) {
        this.jdbc = jdbc;
        this.book = book;
    }

    /** Begins one, or has one go on that stopped. */
    void begin(SyncedConnection connection, String actor) {
        jdbc.sql(
                        """
                        insert into content_creations (hotel_id, connection_id, begun_by) values (?, ?, ?)
                        on conflict (connection_id) do update
                          set state = 'running', words = null, begun_by = excluded.begun_by, begun_at = now(), ended_at = null
                        """)
                .params(connection.hotel(), connection.id(), actor)
                .update();
        jdbc.sql(
                        """
                        update content_syncs set state = 'waiting', words = null
                         where connection_id = ? and next_try_at is null and state in ('lacking', 'refused', 'given-up', 'broken', 'absent')
                        """)
                .param(connection.id())
                .update();
    }

    /** The connections at which a hotel is being made; nobody else moves them meanwhile. */
    List<Integer> running() {
        return jdbc.sql(
                        "select connection_id from content_creations where state = 'running' order by id for update skip locked")
                .query(Integer.class)
                .list();
    }

    /** What of a step is not done. */
    List<Row> open(int connection, CreationStep step) {
        return jdbc.sql(
                        """
                        select id, state, words, next_try_at is not null or until > now() as due from content_syncs
                         where connection_id = :connection and state <> 'settled'
                           and case when :kind then kind = :name else kind = 'step' and step = :name end
                         order by position, id
                        """)
                .param("connection", connection)
                .param("kind", step.isKind())
                .param("name", step.name())
                .query(
                        (row, number) ->
                                new Row(
                                        row.getLong("id"),
                                        SyncState.of(row.getString("state")),
                                        row.getString("words"),
                                        row.getBoolean("due")))
                .list();
    }

    /** Notes which step it is at, and has done what nobody does yet. */
    void at(int connection, CreationStep step, List<Row> open) {
        jdbc.sql(
                        "update content_creations set step = ? where connection_id = ? and step is distinct from ?")
                .params(step.name(), connection, step.name())
                .update();
        for (Row row : open) {
            if (step.there() != null) {
                jdbc.sql(
                                "update content_syncs set state = 'there', words = ? where id = ? and state not in ('there', 'settled')")
                        .params(step.there(), row.id())
                        .update();
            } else if (!row.due()) {
                book.create(row.id());
            }
        }
    }

    /** Notes that it is over, or stopped at a step. */
    void end(int connection, String state, @Nullable String step, @Nullable String words) {
        jdbc.sql(
                        """
                        update content_creations set state = :state, step = :step, words = :words,
                               ended_at = case when :state = 'done' then now() end
                         where connection_id = :connection
                        """)
                .param("state", state)
                .param("step", step)
                .param("words", words)
                .param("connection", connection)
                .update();
    }

    /** Notes that a person did a step; false when none waits for one. */
    boolean done(int connection, String step) {
        return jdbc.sql(
                                "update content_syncs set state = 'settled', words = null where connection_id = ? and step = ? and state = 'there'")
                        .params(connection, step)
                        .update()
                == 1;
    }
}
