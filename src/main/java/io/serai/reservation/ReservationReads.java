package io.serai.reservation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reservations that queues are asked for by their numbers. A queue has a pace that nobody may
 * break, so that whoever polls it asks for them too, one at a time and in turn with the queue.
 */
@Repository("reservationReads")
public class ReservationReads {

    private final JdbcClient jdbc;
    private final ReservationSettings settings;

    ReservationReads(JdbcClient jdbc, ReservationSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Forgets what was settled longer than {@code serai.reservations.remember} ago; how many. */
    public int purge() {
        return jdbc.sql(
                        "delete from reservation_reads where settled_at < now() - make_interval(secs => ?)")
                .param(settings.remember().toSeconds())
                .update();
    }

    /** Wants these of each of the queues; what is wanted already stays so. How many are new. */
    int want(long accountId, List<String> queues, Collection<String> numbers, String why) {
        if (numbers.isEmpty()) {
            return 0;
        }
        return jdbc.sql(
                        """
                        insert into reservation_reads (hotel_id, account_id, queue, number, why)
                        select r.hotel_id, :account, q.queue, n.number, :why
                          from unnest(cast(:numbers as text[])) n (number)
                         cross join unnest(cast(:queues as text[])) q (queue)
                          left join reservations r on r.account_id = :account and r.number = n.number
                        on conflict (account_id, queue, number) where settled_at is null do nothing
                        """)
                .param("account", accountId)
                .param("numbers", numbers.toArray(String[]::new))
                .param("queues", queues.toArray(String[]::new))
                .param("why", why)
                .update();
    }

    /**
     * The queue has answered what its claim asked.
     *
     * @param waits what it said could not be taken in and waits to be sent again
     */
    void settle(PollClaim claim, boolean found, boolean waits) {
        jdbc.sql(
                        """
                        update reservation_reads set settled_at = now(), found = :found, waits = :waits
                         where account_id = :account and queue = :queue and number = :number and settled_at is null
                        """)
                .param("found", found)
                .param("waits", waits)
                .param("account", claim.accountId())
                .param("queue", claim.queue())
                .param("number", claim.number())
                .update();
    }

    /** Whether a queue that was asked for a reservation since then had it. */
    boolean wasFound(long accountId, String number, Instant since) {
        return jdbc.sql(
                        "select exists (select from reservation_reads where account_id = ? and number = ? and found and settled_at >= ?)")
                .params(accountId, number, Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    /** Whether what a queue said of it since then could not be taken in. */
    boolean waits(long accountId, String number, Instant since) {
        return jdbc.sql(
                        "select exists (select from reservation_reads where account_id = ? and number = ? and waits and settled_at >= ?)")
                .params(accountId, number, Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    /** Whether a reservation is still to be asked for. */
    boolean isOpen(long accountId, String number) {
        return jdbc.sql(
                        "select exists (select from reservation_reads where account_id = ? and number = ? and settled_at is null)")
                .params(accountId, number)
                .query(Boolean.class)
                .single();
    }
}
