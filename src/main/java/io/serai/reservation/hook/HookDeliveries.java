package io.serai.reservation.hook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who sends which delivery now, and when each is sent again; by the database's clock. */
@Repository
class HookDeliveries {

    private static final String FOUND = " d.id, d.subscription_id, d.hotel_id, d.tries, d.owner ";

    private final JdbcClient jdbc;
    private final String owner = "serai-" + UUID.randomUUID();

    HookDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Claims deliveries that are due, the longest due first. One whose reservation has an earlier
     * one that is not sent waits for that.
     *
     * @param each how many of a subscription may be under way at the same time
     */
    @Transactional
    public List<HookDelivery> take(int most, int each, Duration lease) {
        return jdbc.sql(
                        """
                        update hook_deliveries d set owner = :owner, until = now() + make_interval(secs => :lease), tries = d.tries + 1
                          from (select due.id
                                  from hook_subscriptions s
                                 cross join lateral (
                                       select w.id, w.next_try_at from hook_deliveries w
                                        where w.subscription_id = s.id and w.state = 'waiting' and w.next_try_at <= now() and w.until <= now()
                                          and not exists (select from hook_deliveries e
                                                           where e.subscription_id = s.id and e.state = 'waiting'
                                                             and e.reservation_id = w.reservation_id and e.id < w.id)
                                        order by w.next_try_at, w.id
                                        limit greatest(0, :each - (select count(*) from hook_deliveries u
                                                                    where u.subscription_id = s.id and u.owner is not null and u.until > now()))
                                          for update of w skip locked) due
                                 where s.is_enabled
                                 order by due.next_try_at, due.id limit :most) due
                         where d.id = due.id
                        returning
                        """
                                + FOUND)
                .param("owner", owner)
                .param("lease", seconds(lease))
                .param("each", each)
                .param("most", most)
                .query((row, number) -> delivery(row))
                .list();
    }

    /** One that is parked. */
    Optional<HookDelivery> parked(long id) {
        return jdbc.sql(
                        "select"
                                + FOUND
                                + "from hook_deliveries d where id = ? and state = 'parked'")
                .param(id)
                .query((row, number) -> delivery(row))
                .optional();
    }

    /**
     * What is to be sent, while the delivery is still ours to send; a parked one is anybody's.
     *
     * @throws HookLost when the lease ended before, or the subscription is gone
     */
    HookContent content(HookDelivery delivery) {
        return jdbc.sql(
                        """
                        select d.message_id, d.event, coalesce(v.received_at, d.created_at) as at, d.revision_id, s.url, s.payload,
                               s.secret_sealed, case when s.previous_until > now() then s.previous_sealed end as previous_sealed
                          from hook_deliveries d
                          join hook_subscriptions s on s.id = d.subscription_id
                          left join reservation_revisions v on v.id = d.revision_id
                         where d.id = :id and d.owner is not distinct from :owner and (d.owner is null or d.until > now())
                        """)
                .param("id", delivery.id())
                .param("owner", delivery.owner())
                .query(HookContent.class)
                .optional()
                .orElseThrow(() -> new HookLost(delivery.id()));
    }

    /** It was taken. */
    void done(HookDelivery delivery, int status) {
        held(
                        "state = 'done', until = '-infinity', settled_at = now(), tried_at = now(), status = :status, words = null",
                        delivery)
                .param("status", status)
                .update();
    }

    /** It was not taken; it is sent again after a pause, or parked. */
    void putOff(
            HookDelivery delivery,
            boolean last,
            Duration pause,
            @Nullable Integer status,
            String words) {
        held(
                        """
                        state = :state, status = :status, words = :words, tried_at = now(), until = '-infinity',
                        next_try_at = now() + make_interval(secs => :pause)
                        """,
                        delivery)
                .param("state", last ? "parked" : "waiting")
                .param("status", status)
                .param("words", words)
                .param("pause", seconds(pause))
                .update();
    }

    /** Nobody wants to be told there any more: nothing is sent until somebody enables it again. */
    @Transactional
    public void end(HookDelivery delivery, String reason) {
        jdbc.sql(
                        "update hook_subscriptions set is_enabled = false, disabled_reason = ? where id = ?")
                .params(reason, delivery.subscription())
                .update();
        jdbc.sql(
                        """
                        insert into audit (actor, hotel_id, subject, subject_id, act) values ('engine:hooks', ?, 'hook_subscriptions', ?, 'ended')
                        """)
                .params(delivery.hotel(), delivery.subscription())
                .update();
    }

    /** Forgets deliveries that were taken so long ago; returns how many. */
    int forget(Duration age) {
        return jdbc.sql(
                        "delete from hook_deliveries where state = 'done' and settled_at < now() - make_interval(secs => ?)")
                .param(seconds(age))
                .update();
    }

    private JdbcClient.StatementSpec held(String change, HookDelivery delivery) {
        return jdbc.sql(
                        "update hook_deliveries set owner = null, "
                                + change
                                + " where id = :id and owner is not distinct from :owner")
                .param("id", delivery.id())
                .param("owner", delivery.owner());
    }

    private static HookDelivery delivery(ResultSet row) throws SQLException {
        return new HookDelivery(
                row.getLong("id"),
                row.getLong("subscription_id"),
                row.getInt("hotel_id"),
                row.getInt("tries"),
                row.getString("owner"));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
