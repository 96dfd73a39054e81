package io.serai.reservation;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who asks which queue now, and when each is asked next; by the database's clock. */
@Repository
class PollClaims {

    private final JdbcClient jdbc;
    private final PolledQueues queues;
    private final String owner = "serai-" + UUID.randomUUID();

    PollClaims(JdbcClient jdbc, PolledQueues queues) {
        this.jdbc = jdbc;
        this.queues = queues;
    }

    /**
     * Claims at most so many queues that are due and that nobody asks, longest due first. After two
     * failures in a row, of which one may be an instance that was killed, few are asked for at
     * once, in case the answer was too much; after an outage once what changed since, where the
     * channel can be asked that. Single reservations are asked for in turn with the queue, first
     * those that were not for longest. Of an account's queues that are asked alone, one is claimed
     * at a time.
     */
    @Transactional
    public List<PollClaim> take(int most, Duration lease) {
        var asked = queues.json();
        jdbc.sql(
                        PolledQueues.QUEUES
                                + """
                                insert into channel_polls (account_id, queue)
                                select a.id, q.queue from channel_accounts a join queues q using (provider)
                                 where not exists (select from channel_polls p where p.account_id = a.id and p.queue = q.queue) and
                                """
                                + PolledQueues.ASKED
                                + "on conflict do nothing")
                .param("queues", asked)
                .update();
        return jdbc.sql(
                        PolledQueues.QUEUES
                                + """
                                , due as (
                                    select p.account_id, p.queue, q.channel, q.port, q.alone, p.next_at, p.read_last,
                                           case when q.back is not null and (q.unless is null or account_choice(a.id, q.unless) is distinct from 'true')
                                                then coalesce(p.recover_from, case when p.answered_at < now() - make_interval(secs => q.outage) then p.answered_at end) end as since,
                                           q.back,
                                           p.failures + (p.owner is not null)::integer as failures,
                                           case when p.failures + (p.owner is not null)::integer > 1 then q.most end as most
                                      from channel_polls p join channel_accounts a on a.id = p.account_id
                                      join queues q on q.provider = a.provider and q.queue = p.queue
                                     where p.next_at <= now() and p.until <= now()
                                       and not (q.alone and exists (
                                           select from channel_polls o join queues oq on oq.provider = a.provider and oq.queue = o.queue and oq.alone
                                            where o.account_id = p.account_id and o.until > now()))
                                       and
                                """
                                + PolledQueues.ASKED
                                + """
                                     order by p.next_at
                                     limit :most
                                       for update of p skip locked),
                                chosen as (
                                    select *, row_number() over (partition by account_id, alone order by next_at, queue) as turn from due)
                                , claimed as (
                                update channel_polls p
                                   set recover_from = c.since, read_last = d.number is not null, failures = c.failures, owner = :owner, fence = fence + 1, asked_at = now(), until = now() + make_interval(secs => :lease)
                                  from chosen c
                                  left join lateral (
                                       select r.number, r.why from reservation_reads r
                                        where r.account_id = c.account_id and r.queue = c.queue and r.settled_at is null
                                          and c.since is null and c.most is null and not c.read_last
                                        order by r.tried_at nulls first, r.id limit 1) d on true
                                 where p.account_id = c.account_id and p.queue = c.queue and (not c.alone or c.turn = 1)
                                returning p.account_id, c.channel, c.port, p.queue, p.owner, p.fence,
                                          case when c.since is null or c.back <> 'since' then c.most end as most,
                                          case when c.back = 'since' then to_char((c.since - make_interval(secs => :overlap)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end as since,
                                          case when c.back = 'compare' then to_char((c.since - make_interval(secs => :overlap)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end as compared_since,
                                          d.number, d.why),
                                tried as (
                                    update reservation_reads r set tried_at = now()
                                      from claimed c
                                     where r.account_id = c.account_id and r.queue = c.queue and r.number = c.number and r.settled_at is null)
                                select * from claimed
                                """)
                .param("queues", asked)
                .param("most", most)
                .param("owner", owner)
                .param("lease", seconds(lease))
                .param("overlap", seconds(queues.overlap()))
                .query(PollClaim.class)
                .list();
    }

    /** Keeps a claim that is still ours. */
    void renew(PollClaim claim, Duration lease) {
        held("until = now() + make_interval(secs => :lease)", claim)
                .param("lease", seconds(lease))
                .update();
    }

    /**
     * Gives the claim back after an answer was worked off; the queue is due again after the pause.
     *
     * @param more what a failure left waiting is not all here yet
     * @param recovered all that was asked for is here: an outage is over
     */
    void finish(
            PollClaim claim,
            Duration pause,
            int taken,
            @Nullable String words,
            boolean more,
            boolean recovered) {
        held(
                        """
                        owner = null, until = '-infinity', failures = case when :more then greatest(failures, 2) else 0 end, words = :words, taken = taken + :taken,
                        next_at = now() + make_interval(secs => :pause), answered_at = asked_at,
                        recover_from = case when not :recovered then recover_from end
                        """,
                        claim)
                .param("words", words)
                .param("taken", taken)
                .param("more", more)
                .param("recovered", recovered)
                .param("pause", seconds(pause))
                .update();
    }

    /**
     * Gives the claim back after a failure; every further one doubles the pause, up to the longest.
     */
    void fail(PollClaim claim, Duration least, Duration longest, double jitter, String words) {
        held(
                        """
                        owner = null, until = '-infinity', failures = failures + 1, words = :words,
                        next_at = now() + make_interval(secs => greatest(:least,
                                  least(:least * power(2, least(failures, 20)), :longest) * :jitter))
                        """,
                        claim)
                .param("words", words)
                .param("least", seconds(least))
                .param("longest", seconds(longest))
                .param("jitter", jitter)
                .update();
    }

    /**
     * An account's queues are due as soon as their channel lets them be, whatever failed before.
     */
    void hasten(long accountId, String queue, Duration every) {
        jdbc.sql(
                        """
                        update channel_polls
                           set next_at = least(next_at, coalesce(asked_at, '-infinity') + make_interval(secs => :every))
                         where account_id = :account and queue = :queue
                        """)
                .param("account", accountId)
                .param("queue", queue)
                .param("every", seconds(every))
                .update();
    }

    private JdbcClient.StatementSpec held(String change, PollClaim claim) {
        return held(jdbc, change, claim);
    }

    /** A change of a queue by who holds the claim to it. */
    static JdbcClient.StatementSpec held(JdbcClient jdbc, String change, PollClaim claim) {
        return jdbc.sql(
                        "update channel_polls set "
                                + change
                                + " where account_id = :account and queue = :queue and owner = :owner and fence = :fence")
                .param("account", claim.accountId())
                .param("queue", claim.queue())
                .param("owner", claim.owner())
                .param("fence", claim.fence());
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
