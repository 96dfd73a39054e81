package io.serai.sandbox.expedia.graph;

import io.serai.sandbox.expedia.booking.Transaction;
import io.serai.sandbox.expedia.booking.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The notifications of reservations: one for each act of a guest, sent again with growing waits
 * until it is confirmed, a newer one of the same booking takes its place, or the booking went to
 * the hotel by e-mail.
 */
final class Outbox {

    private static final String COLUMNS =
            "notification_id, account, event_type, created_at, booking_id, hotel_id, action, token";

    /** An act that is told counts as tried, so that the guest's next one is told by itself. */
    private static final String COLLECT =
            """
            with told as (
                update expedia_transaction t
                   set tries = t.tries + 1,
                       token = encode(sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'base64')
                  from expedia_hotel h, expedia_account a, expedia_subscription s
                 where h.hotel_id = t.hotel_id and a.account = h.account and a.delivery = 'graphql'
                   and s.account = a.account and s.event_type = ?
                   and t.created_at >= s.since and t.token is null
                   and (t.state in ('pending', 'retrieved')
                        or t.state = 'mailed' and t.mailed_why = 'lost')
                returning a.account, s.event_type, t.*)
            insert into expedia_notification (notification_id, account, event_type, created_at,
                   transaction_id, booking_id, hotel_id, action, token, state, next_try_at)
            select gen_random_uuid(), account, event_type, created_at, transaction_id, booking_id,
                   hotel_id,
                   case type when 'Book' then 'BOOKED' when 'Modify' then 'MODIFIED' else 'CANCELLED' end,
                   token, 'waiting', created_at
              from told""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Transactions transactions;
    private final Duration firstWait;

    /**
     * @param firstWait the wait before the second try; each later one is twice as long
     */
    Outbox(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            Transactions transactions,
            Duration firstWait) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.transactions = transactions;
        this.firstWait = firstWait;
    }

    /** Writes a notification for every act that is to be told and has none. */
    void collect() {
        transaction.executeWithoutResult(
                status -> {
                    transactions.expire();
                    int fresh = jdbc.sql(COLLECT).param(Notification.RESERVATION).update();
                    if (fresh > 0) {
                        supersede();
                    }
                    giveUp();
                });
    }

    private void supersede() {
        jdbc.sql(
                        """
                        update expedia_notification n set state = 'superseded'
                         where n.state = 'waiting'
                           and exists (select from expedia_notification newer
                                        where newer.booking_id = n.booking_id
                                          and newer.transaction_id > n.transaction_id)""")
                .update();
    }

    /** Takes what is to be sent now, and says already when it is sent again. */
    List<Notification> due(int most) {
        return jdbc.sql(
                        """
                        update expedia_notification n
                           set tries = tries + 1,
                               next_try_at = cast(:now as timestamptz) + :wait * interval '1 ms' * power(2, least(tries, 20))
                          from (select notification_id from expedia_notification
                                 where state = 'waiting' and next_try_at <= :now
                                 order by next_try_at limit :most for update skip locked) d
                         where n.notification_id = d.notification_id
                        returning %s"""
                                .formatted("n." + COLUMNS.replace(", ", ", n.")))
                .param("now", Timestamp.from(clock.instant()))
                .param("wait", firstWait.toMillis())
                .param("most", most)
                .query(Outbox::read)
                .list();
    }

    void delivered(Notification notification) {
        jdbc.sql(
                        """
                        update expedia_notification
                           set delivered_at = coalesce(delivered_at, ?), error_code = null, error_message = null
                         where notification_id = ?""")
                .params(Timestamp.from(clock.instant()), notification.id())
                .update();
    }

    void failed(Notification notification, String code, String words) {
        jdbc.sql(
                        "update expedia_notification set error_code = ?, error_message = ? where notification_id = ?")
                .params(code, words, notification.id())
                .update();
    }

    /** What went to the hotel by e-mail is not sent again. */
    private void giveUp() {
        jdbc.sql(
                        """
                        update expedia_notification n
                           set state = 'undelivered',
                               error_code = coalesce(error_code, 'NOT_CONFIRMED'),
                               error_message = coalesce(error_message, 'delivered but not confirmed')
                          from expedia_transaction t
                         where n.state = 'waiting' and t.transaction_id = n.transaction_id
                           and t.state = 'mailed' and t.expires_at <= ?""")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** The notification of this token, with its state locked for the transaction. */
    Optional<Notification> ofToken(String token) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from expedia_notification where token = ? for update")
                .param(token)
                .query(Outbox::read)
                .optional();
    }

    String state(Notification notification) {
        return jdbc.sql("select state from expedia_notification where notification_id = ?")
                .param(notification.id())
                .query(String.class)
                .single();
    }

    /** Confirms it with the hotel's number; what the guest did before is confirmed with it. */
    void confirm(Notification notification, String number) {
        jdbc.sql("update expedia_notification set state = 'confirmed' where notification_id = ?")
                .param(notification.id())
                .update();
        for (var act : transactions.lock(notification.booking())) {
            if (act.state() != Transaction.State.CONFIRMED) {
                transactions.confirmed(act, number, clock.instant());
            }
        }
    }

    private static Notification read(ResultSet row, int number) throws SQLException {
        return new Notification(
                row.getObject("notification_id", UUID.class),
                row.getString("account"),
                row.getString("event_type"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("booking_id"),
                row.getLong("hotel_id"),
                row.getString("action"),
                row.getString("token"));
    }
}
