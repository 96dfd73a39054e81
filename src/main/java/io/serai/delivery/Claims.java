package io.serai.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who sends for which connection. A claim is a row, taken in a short transaction; no transaction is
 * open while a channel is called.
 */
@Repository
class Claims {

    private final JdbcClient jdbc;
    private final String owner = UUID.randomUUID().toString();

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Claims at most so many connections that have something to look at and are due. The cost
     * follows the connections that have, not all there are: marks are skipped through by their
     * index.
     */
    List<Claim> take(int most, Duration lease) {
        return jdbc.sql(
                        """
                        with recursive marked as (
                             (select connection_id from marks order by connection_id limit 1)
                             union all
                             select (select m.connection_id from marks m where m.connection_id > marked.connection_id order by m.connection_id limit 1)
                               from marked where marked.connection_id is not null),
                             waiting as (
                             select connection_id from marked where connection_id is not null
                              union
                             select connection_id from attempts
                              where (outcome = 'open' or again_at is not null) and (outcome = 'open' or again_at <= clock_timestamp()))
                        update claims c
                           set owner = :owner, fence = c.fence + 1, until = clock_timestamp() + :lease * interval '1 second'
                          from (select k.connection_id
                                  from waiting w
                                  join claims k on k.connection_id = w.connection_id
                                  join third_party_integrations i on i.id = k.connection_id and i.open
                                 where k.until < clock_timestamp() and k.next_try_at <= clock_timestamp()
                                 order by k.next_try_at
                                 limit :most
                                   for update of k skip locked) due
                         where c.connection_id = due.connection_id
                        returning c.connection_id, c.fence
                        """)
                .param("owner", owner)
                .param("lease", lease.toMillis() / 1000.0)
                .param("most", most)
                .query((row, number) -> new Claim(row.getInt(1), row.getLong(2)))
                .list();
    }

    /** Claims one connection for something else than sending marks; empty while somebody has it. */
    Optional<Claim> takeOne(int connection, Duration lease) {
        return jdbc.sql(
                        """
                        update claims
                           set owner = :owner, fence = fence + 1, until = clock_timestamp() + :lease * interval '1 second'
                         where connection_id = (select connection_id from claims
                                                 where connection_id = :connection and until < clock_timestamp()
                                                   for update skip locked)
                        returning connection_id, fence
                        """)
                .param("owner", owner)
                .param("lease", lease.toMillis() / 1000.0)
                .param("connection", connection)
                .query((row, number) -> new Claim(row.getInt(1), row.getLong(2)))
                .optional();
    }

    /** Holds the claim for another lease and locks it for this transaction. */
    void renew(Claim claim, Duration lease) {
        int held =
                jdbc.sql(
                                """
                                update claims set until = clock_timestamp() + ? * interval '1 second'
                                 where connection_id = ? and fence = ? and owner = ?
                                """)
                        .params(lease.toMillis() / 1000.0, claim.connection(), claim.fence(), owner)
                        .update();
        if (held == 0) {
            throw new ClaimLost(claim);
        }
    }

    /**
     * Gives the claim back after all went well; those that wait since longer are taken before it.
     *
     * @param rest how long it is left alone; zero: not at all
     */
    void done(Claim claim, Duration rest) {
        jdbc.sql(
                        """
                        update claims
                           set owner = null, until = '-infinity', ladder = null, rung = 0, held_since = null, words = null,
                               next_try_at = clock_timestamp() + :rest * interval '1 second'
                         where connection_id = :connection and fence = :fence and owner = :owner
                        """)
                .param("rest", rest.toMillis() / 1000.0)
                .param("connection", claim.connection())
                .param("fence", claim.fence())
                .param("owner", owner)
                .update();
    }

    /** Gives the claim back as it was: when sending is tried next stays as it is. */
    void leave(Claim claim) {
        jdbc.sql(
                        "update claims set owner = null, until = '-infinity' where connection_id = ? and fence = ? and owner = ?")
                .params(claim.connection(), claim.fence(), owner)
                .update();
    }

    /** Gives the claim back; nothing was tried. */
    void again(Claim claim, Duration wait) {
        jdbc.sql(
                        """
                        update claims set owner = null, until = '-infinity', next_try_at = clock_timestamp() + ? * interval '1 second'
                         where connection_id = ? and fence = ? and owner = ?
                        """)
                .params(wait.toMillis() / 1000.0, claim.connection(), claim.fence(), owner)
                .update();
    }

    /** Gives the claim back to be tried again after a wait, on this rung of a ladder. */
    void wait(Claim claim, Pause pause) {
        jdbc.sql(
                        """
                        update claims
                           set owner = null, until = '-infinity', next_try_at = clock_timestamp() + :wait * interval '1 second',
                               ladder = :ladder, rung = :rung, words = :words,
                               held_since = case when :held then coalesce(held_since, clock_timestamp()) end
                         where connection_id = :connection and fence = :fence and owner = :owner
                        """)
                .param("wait", pause.delay().toMillis() / 1000.0)
                .param("ladder", pause.ladder())
                .param("rung", pause.rung())
                .param("words", pause.words())
                .param("held", pause.held())
                .param("connection", claim.connection())
                .param("fence", claim.fence())
                .param("owner", owner)
                .update();
    }

    /** How often in a row a connection was put off on a ladder. */
    int rung(Claim claim, String ladder) {
        return jdbc.sql("select rung from claims where connection_id = ? and ladder = ?")
                .params(claim.connection(), ladder)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Has the next message begin a ladder of its own. */
    void newLadder(Claim claim) {
        jdbc.sql("update claims set ladder = null, rung = 0 where connection_id = ? and fence = ?")
                .params(claim.connection(), claim.fence())
                .update();
    }

    /**
     * How long a connection is left alone.
     *
     * @param delay until it may be tried again
     * @param ladder the ladder of {@code channel.yaml}
     * @param rung how many times in a row by now
     * @param held whether the ladder has ended
     * @param words why
     */
    record Pause(Duration delay, String ladder, int rung, boolean held, String words) {}
}
