package io.serai.payment;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of charges and refunds through gateways. */
@Repository
class ActRows {

    private static final int AT_ONCE = 20;

    private final JdbcClient jdbc;

    ActRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DueAct> claim(Duration lease) {
        return jdbc.sql(
                        """
                        update payment_acts a set until = clock_timestamp() + :lease * interval '1 second', fence = a.fence + 1
                          from reservations r
                         where r.id = a.reservation_id and a.id in (
                               select q.id from payment_acts q
                                where q.state = 'asked' and q.next_try_at <= clock_timestamp() and q.until < clock_timestamp()
                                order by q.next_try_at, q.id limit :most for update skip locked)
                        returning a.id, a.hotel_id as hotel, a.reservation_id as reservation, a.kind, a.gateway, a.amount, a.currency, a.key,
                                  a.card_token as card, (select c.reference from payment_acts c where c.id = a.charge_id) as charge, r.number,
                                  a.begun_at, a.tries, a.fence
                        """)
                .param("lease", lease.toSeconds())
                .param("most", AT_ONCE)
                .query(DueAct.class)
                .list();
    }

    /** Notes that it leaves now, and renews the lease; false when the claim is outdated. */
    boolean begin(DueAct act, Duration lease) {
        return jdbc.sql(
                                """
                                update payment_acts set begun_at = coalesce(begun_at, clock_timestamp()),
                                       until = clock_timestamp() + :lease * interval '1 second'
                                 where id = :id and fence = :fence and state = 'asked'
                                """)
                        .param("lease", lease.toSeconds())
                        .param("id", act.id())
                        .param("fence", act.fence())
                        .update()
                == 1;
    }

    /**
     * Sends it again later.
     *
     * @param left whether something of it may have left, now or before
     */
    void later(
            DueAct act,
            Duration wait,
            boolean left,
            @Nullable String code,
            @Nullable String words) {
        jdbc.sql(
                        """
                        update payment_acts set tries = tries + 1, code = :code, words = :words, until = '-infinity',
                               begun_at = case when :left then begun_at end,
                               next_try_at = clock_timestamp() + :wait * interval '1 millisecond'
                         where id = :id and fence = :fence and state = 'asked'
                        """)
                .param("code", code)
                .param("words", words)
                .param("left", left)
                .param("wait", wait.toMillis())
                .param("id", act.id())
                .param("fence", act.fence())
                .update();
    }

    /** Ends it; false when somebody else holds it meanwhile. */
    boolean settle(
            DueAct act,
            String state,
            @Nullable String reference,
            @Nullable String code,
            @Nullable String words) {
        return jdbc.sql(
                                """
                                update payment_acts set state = :state, reference = :reference, code = :code, words = :words, tries = tries + 1,
                                       settled_at = clock_timestamp(), until = '-infinity'
                                 where id = :id and fence = :fence and state = 'asked'
                                """)
                        .param("state", state)
                        .param("reference", reference)
                        .param("code", code)
                        .param("words", words)
                        .param("id", act.id())
                        .param("fence", act.fence())
                        .update()
                == 1;
    }

    /** Writes down what became of it. */
    void record(DueAct act, String outcome) {
        jdbc.sql(
                        "insert into audit (actor, hotel_id, subject, subject_id, act) values ('serai', ?, 'reservation', ?, ?)")
                .params(act.hotel(), act.reservation(), act.kind() + "-" + outcome)
                .update();
    }
}
