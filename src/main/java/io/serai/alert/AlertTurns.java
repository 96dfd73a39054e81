package io.serai.alert;

import io.serai.alert.ClaimedDigest.Turn;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose turn it is to be told, by the database's clock: each receiver by itself, and over all
 * instances one digest at a time.
 */
@Repository
class AlertTurns {

    /** So many alerts go in one mail at most. */
    private static final int LARGEST = 100;

    /** What was told earlier of the same alert, and was not taken yet, goes first. */
    private static final String IN_ORDER =
            """
             (w.digest is not null
              or not exists (select from alert_messages e
                              where e.receiver_id = w.receiver_id and e.alarm_id = w.alarm_id
                                and e.state = 'waiting' and e.digest is not null and e.id < w.id))
            """;

    private static final String DUE =
            """
            select r.id as receiver, r.way, r.failing_since is not null as failing
              from alert_receivers r
              join (select w.receiver_id, min(w.next_try_at) as due from alert_messages w
                     where w.state = 'waiting' and w.next_try_at <= now() and w.until <= now() and
            """
                    + IN_ORDER
                    + """
                     group by w.receiver_id) w on w.receiver_id = r.id
             where r.is_enabled
             order by failing, w.due, r.id
            """;

    private static final String PUT_TOGETHER =
            """
            with there as (
                     select w.id, w.message_id, w.next_try_at, array_position(:severities::text[], a.severity) as severity
                       from alert_messages w left join alarms a on a.id = w.alarm_id
                      where w.receiver_id = :receiver and w.state = 'waiting' and w.digest is null and
            """
                    + IN_ORDER
                    + """
                 ),
                 together as (
                     select id, first_value(message_id) over (order by severity desc nulls last, id) as digest from there
                      where exists (select from there where next_try_at <= now())
                      order by severity desc nulls last, id limit :most)
            update alert_messages m set digest = t.digest, next_try_at = now() from together t where m.id = t.id
            """;

    private static final String CLAIM =
            """
            update alert_messages m set owner = :owner, until = now() + make_interval(secs => :lease), tries = m.tries + 1
             where m.receiver_id = :receiver and m.state = 'waiting'
               and not exists (select from alert_messages u where u.receiver_id = :receiver and u.state = 'waiting' and u.until > now())
               and m.digest = (select w.digest from alert_messages w
                                where w.receiver_id = :receiver and w.state = 'waiting' and w.digest is not null and w.next_try_at <= now()
                                order by w.next_try_at, w.id limit 1)
            returning m.digest, m.tries, m.owner
            """;

    private final JdbcClient jdbc;
    private final Duration lease;
    private final String owner = "serai-" + UUID.randomUUID();

    AlertTurns(JdbcClient jdbc, AlertSettings settings) {
        this.jdbc = jdbc;
        this.lease = settings.lease();
    }

    /** Who is to be told something now: those whose last message was taken first. */
    List<Turn> due() {
        return jdbc.sql(DUE).query(Turn.class).list();
    }

    /**
     * Claims what a receiver is to be told next. What gathered for a mail box goes together; of a
     * webhook each message goes by itself. Empty where another instance tells it something.
     */
    @Transactional
    public Optional<ClaimedDigest> claim(Turn turn) {
        boolean free =
                jdbc.sql(
                                "select id from alert_receivers where id = ? and is_enabled for no key update skip locked")
                        .param(turn.receiver())
                        .query(Long.class)
                        .optional()
                        .isPresent();
        return free ? putTogether(turn) : Optional.empty();
    }

    private Optional<ClaimedDigest> putTogether(Turn turn) {
        jdbc.sql(PUT_TOGETHER)
                .param("receiver", turn.receiver())
                .param(
                        "severities",
                        Arrays.stream(Severity.values()).map(Severity::word).toArray(String[]::new))
                .param("most", turn.way().equals(Receiver.MAIL) ? LARGEST : 1)
                .update();
        return jdbc
                .sql(CLAIM)
                .param("receiver", turn.receiver())
                .param("owner", owner)
                .param("lease", lease.toMillis() / 1000.0)
                .query(
                        (row, number) ->
                                new ClaimedDigest(
                                        row.getString("digest"),
                                        turn,
                                        row.getInt("tries"),
                                        row.getString("owner")))
                .list()
                .stream()
                .findFirst();
    }
}
