package io.serai.reservation;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the job {@code reservations} does: has every queue asked that ought to have been, and counts
 * what that brought. Where nothing is new it changes nothing but when queues are asked.
 */
@Component("reservationsAsked")
public class ReservationsAsked {

    private static final String OF_QUEUES =
            """
            from channel_polls p join channel_accounts a on a.id = p.account_id
            join queues q on q.provider = a.provider and q.queue = p.queue
            """;

    private final JdbcClient jdbc;
    private final PolledQueues queues;
    private final Comparisons comparisons;

    ReservationsAsked(JdbcClient jdbc, PolledQueues queues, Comparisons comparisons) {
        this.jdbc = jdbc;
        this.queues = queues;
        this.comparisons = comparisons;
    }

    /** When a run began, and the last revision before it. */
    private record Begun(OffsetDateTime at, long revision) {}

    /** One kind of what came. */
    private record Came(int fresh, int changed, int missed, int accounts) {}

    /**
     * Queues that wait for longer than their channel asks for are due as soon as it allows; hotels
     * that were never compared are to be. Leaves {@code begun}, {@code revision} and the count
     * {@code hastened}.
     */
    @Transactional
    public void begin(Exchange exchange) {
        var begun =
                jdbc.sql(
                                "select clock_timestamp() as at, (select coalesce(max(id), 0) from reservation_revisions) as revision")
                        .query(Begun.class)
                        .single();
        var hastened =
                jdbc.sql(
                                PolledQueues.QUEUES
                                        + """
                                        update channel_polls due
                                           set next_at = greatest(now(), coalesce(due.asked_at, '-infinity') + make_interval(secs => late.every))
                                          from (select p.account_id, p.queue, q.every
                                        """
                                        + OF_QUEUES
                                        + "where p.next_at > greatest(now(), coalesce(p.asked_at, '-infinity') + make_interval(secs => q.every)) and "
                                        + PolledQueues.ASKED
                                        + ") late where due.account_id = late.account_id and due.queue = late.queue")
                        .param("queues", queues.json())
                        .update();
        exchange.setVariable("begun", begun.at().toString());
        exchange.setProperty("revision", begun.revision());
        exchange.setVariable("hastened", hastened);
        exchange.setVariable("compared", comparisons.wantFirst());
    }

    /**
     * Whether a queue that is due within the patience is not answered yet.
     *
     * @param patience as {@code 25s}, from the beginning of the run
     */
    public boolean isWaiting(@Variable("begun") String begun, String patience) {
        return jdbc.sql(
                        PolledQueues.QUEUES
                                + "select cast(:begun as timestamptz) + make_interval(secs => :patience) > clock_timestamp() and exists (select "
                                + OF_QUEUES
                                + """
                                 where (p.owner is not null or coalesce(p.asked_at, '-infinity') < cast(:begun as timestamptz))
                                   and p.next_at < cast(:begun as timestamptz) + make_interval(secs => :patience) and
                                """
                                + PolledQueues.ASKED
                                + ")")
                .param("queues", queues.json())
                .param("begun", begun)
                .param("patience", seconds(patience))
                .query(Boolean.class)
                .single();
    }

    /**
     * Leaves the counts: queues {@code asked}; reservations {@code new}, {@code changed} and {@code
     * missed} (come by another way than their queue); accounts of which {@code nothing} came. The
     * variable {@code problems} names queues that could not be asked.
     */
    public void count(Exchange exchange) {
        var begun = exchange.getVariable("begun", String.class);
        var came = came(exchange.getProperty("revision", Long.class));
        exchange.setVariable("asked", asked("count(*)", begun));
        exchange.setVariable("new", came.fresh());
        exchange.setVariable("changed", came.changed());
        exchange.setVariable("missed", came.missed());
        exchange.setVariable(
                "nothing",
                Math.max(0, asked("count(distinct account_id)", begun) - came.accounts()));
        exchange.setVariable("problems", problems(begun));
    }

    private Came came(long after) {
        return jdbc.sql(
                        """
                        select count(*) filter (where source is null and kind = 'new') as fresh,
                               count(*) filter (where source is null and kind <> 'new') as changed,
                               count(*) filter (where source <> 'first') as missed,
                               count(distinct account_id) as accounts
                          from reservation_revisions where id > ? and account_id is not null
                        """)
                .param(after)
                .query(Came.class)
                .single();
    }

    private int asked(String what, String begun) {
        return jdbc.sql(
                        "select "
                                + what
                                + " from channel_polls where answered_at >= cast(? as timestamptz)")
                .param(begun)
                .query(Integer.class)
                .single();
    }

    private @Nullable String problems(String begun) {
        List<String> failed =
                jdbc.sql(
                                """
                                select format('queue ''%s'' of account %s: %s', queue, account_id, words) from channel_polls
                                 where failures > 0 and words is not null and asked_at >= cast(? as timestamptz) order by account_id, queue limit 5
                                """)
                        .param(begun)
                        .query(String.class)
                        .list();
        return failed.isEmpty() ? null : failed.stream().collect(Collectors.joining("; "));
    }

    private static double seconds(String duration) {
        Duration parsed = DurationStyle.SIMPLE.parse(duration);
        return parsed.toMillis() / 1000.0;
    }
}
