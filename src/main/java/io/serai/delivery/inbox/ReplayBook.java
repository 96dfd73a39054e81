package io.serai.delivery.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of replays: what is due, who has it. A replay is a parked message with a time; who is
 * killed in the midst of one leaves it to whoever comes after the lease. Those of an account are
 * with one instance at a time, so that their order is kept; what is of no account has its key, and
 * waits for nothing else. The database's clock counts.
 */
@Repository
class ReplayBook {

    private final JdbcClient jdbc;

    ReplayBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims what is due, the earliest first, but none whose booking has an earlier one. */
    @Transactional
    public List<Replay> take(String owner, Duration lease, int most) {
        jdbc.sql("select pg_advisory_xact_lock('parked_messages'::regclass::oid::integer, 0)")
                .query()
                .singleRow();
        return jdbc.sql(
                        """
                        with taken as (
                             update parked_messages set owner = :owner, until = now() + :lease * interval '1 second'
                              where id in (select m.id from parked_messages m
                                            where m.state = 'parked' and m.next_try_at <= now() and m.until <= now() and m.body_sealed is not null
                                              and not exists (select from parked_messages e
                                                               where e.account_id = m.account_id and e.state = 'parked'
                                                                 and e.owner is not null and e.until > now())
                                              and not exists (select from parked_messages e
                                                               where e.account_id = m.account_id and e.booking = m.booking and e.kind = m.kind
                                                                 and e.state = 'parked' and e.id < m.id and e.overtaken_at is null
                                                                 and (e.next_try_at is null or e.next_try_at > now()))
                                            order by m.id limit :most)
                             returning id, wanted_by)
                        select id, wanted_by from taken order by id
                        """)
                .param("owner", owner)
                .param("lease", lease.toMillis() / 1000.0)
                .param("most", most)
                .query((row, number) -> Replay.of(row.getLong("id"), row.getString("wanted_by")))
                .list();
    }

    /** Keeps what is still ours for as long again. */
    void renew(String owner, Duration lease) {
        jdbc.sql(
                        """
                        update parked_messages set until = now() + :lease * interval '1 second'
                         where owner = :owner and state = 'parked' and until > now()
                        """)
                .param("lease", lease.toMillis() / 1000.0)
                .param("owner", owner)
                .update();
    }

    /** Renews what is still ours; whether this one is, and nothing earlier of its booking waits. */
    @Transactional
    public boolean begin(Replay replay, String owner, Duration lease) {
        renew(owner, lease);
        return jdbc.sql(
                        """
                        select exists (select from parked_messages m
                                        where m.id = :id and m.owner = :owner and m.state = 'parked' and m.until > now()
                                          and not exists (select from parked_messages e
                                                           where e.account_id = m.account_id and e.booking = m.booking and e.kind = m.kind
                                                             and e.state = 'parked' and e.id < m.id and e.overtaken_at is null))
                        """)
                .param("id", replay.id())
                .param("owner", owner)
                .query(Boolean.class)
                .single();
    }

    /** Gives a message back untried. */
    void giveBack(Replay replay, String owner) {
        jdbc.sql(
                        "update parked_messages set owner = null, until = '-infinity' where id = ? and owner = ?")
                .params(replay.id(), owner)
                .update();
    }

    /**
     * Gives back what was not taken. What was parked anew has its next time; what was not has the
     * next of these, as long as time may cure it. What a later message overtook is settled.
     *
     * @param family the family of what failed
     * @param reason what failed; null where it was told already
     */
    void notTaken(
            Replay replay, String owner, String family, @Nullable String reason, Double[] waits) {
        jdbc.sql(
                        """
                        update parked_messages
                           set owner = null, until = '-infinity',
                               tries       = case when next_try_at <= now() then tries + 1 else tries end,
                               reason      = coalesce(:reason, reason),
                               family      = case when not next_try_at <= now() or next_try_at is null then family
                                                  when :family = 'may-pass' and tries >= cardinality(:waits) then 'poisoned' else :family end,
                               next_try_at = case when next_try_at > now() or next_try_at is null then next_try_at
                                                  when :family = 'held' then now()
                                                  when :family = 'may-pass' then now() + (:waits)[tries + 1] * interval '1 second' end,
                               state       = case when overtaken_at is null then state else 'overtaken' end,
                               settled_at  = case when overtaken_at is not null then now() end,
                               settled_by  = case when overtaken_at is not null then :actor end,
                               body_sealed = case when overtaken_at is null then body_sealed end
                         where id = :id and owner = :owner and state = 'parked'
                        """)
                .param("family", family)
                .param("reason", reason)
                .param("waits", waits)
                .param("actor", replay.actor())
                .param("id", replay.id())
                .param("owner", owner)
                .update();
    }

    /** Writes a wish down and makes its messages due, in one transaction. */
    @Transactional
    public long add(List<Long> messages, String actor, String wish) {
        long id =
                jdbc.sql(
                                "insert into inbox_replays (asked_by, wish, messages) values (?, ?::jsonb, ?) returning id")
                        .params(actor, wish, messages.size())
                        .query(Long.class)
                        .single();
        jdbc.sql(
                        """
                        update parked_messages set next_try_at = now(), wanted_by = :actor, replay_id = :replay
                         where id = any (:ids) and state = 'parked'
                        """)
                .param("actor", actor)
                .param("replay", id)
                .param("ids", messages.toArray(Long[]::new))
                .update();
        return id;
    }

    Optional<ReplayWish> find(long id) {
        return jdbc.sql(
                        """
                        select r.id, r.asked_at, r.asked_by, r.messages,
                               count(*) filter (where p.state = 'parked' and p.next_try_at is not null) as waiting,
                               count(*) filter (where p.state = 'replayed') as taken,
                               count(*) filter (where p.state = 'overtaken') as overtaken,
                               count(*) filter (where p.state = 'parked' and p.next_try_at is null) as parked,
                               count(*) filter (where p.state = 'discarded') as discarded
                          from inbox_replays r left join parked_messages p on p.replay_id = r.id
                         where r.id = ? group by r.id
                        """)
                .param(id)
                .query(
                        (row, number) ->
                                new ReplayWish(
                                        row.getLong("id"),
                                        row.getTimestamp("asked_at").toInstant(),
                                        row.getString("asked_by"),
                                        row.getInt("messages"),
                                        row.getInt("waiting"),
                                        row.getInt("taken"),
                                        row.getInt("overtaken"),
                                        row.getInt("parked"),
                                        row.getInt("discarded")))
                .optional();
    }

    /** Forgets the wishes that were made so long ago; how many. */
    int purge(Duration kept) {
        return jdbc.sql(
                        "delete from inbox_replays where asked_at < now() - make_interval(secs => ?)")
                .param((double) kept.toSeconds())
                .update();
    }
}
