package io.serai.sandbox.expedia.booking;

import io.serai.sandbox.expedia.booking.Transaction.Type;
import io.serai.sandbox.expedia.property.Delivery;
import io.serai.sandbox.wire.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What guests did, on its way to the hotel: of each booking one transaction at a time is offered,
 * the next after the one before was confirmed.
 */
public final class Transactions {

    /** Where t is offered: nothing of its booking before it is still open, and it is not lost. */
    public static final String OFFERED =
            """
            (b.lost_at is null and not exists (
                select from expedia_transaction before
                 where before.booking_id = t.booking_id and before.number < t.number
                   and before.state in ('pending', 'retrieved')))""";

    private static final String SELECT =
            """
            select t.*, b.confirm_number as booking_number
              from expedia_transaction t join expedia_booking b using (booking_id)""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Mailing mailing;

    Transactions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.mailing = new Mailing(jdbc, clock);
    }

    /** The transactions t of bookings b that the rest of the statement finds. */
    public List<Transaction> find(String rest, Object... params) {
        return jdbc.sql(SELECT + " " + rest)
                .params(params)
                .query((row, n) -> TransactionRow.read(row))
                .list();
    }

    public Optional<Transaction> find(long id) {
        return find("where t.transaction_id = ?", id).stream().findFirst();
    }

    /** The booking's transactions, the first one first, locked until the transaction's end. */
    public List<Transaction> lock(long booking) {
        return find("where t.booking_id = ? order by t.number for update", booking);
    }

    /** What is offered by a way and due to be sent, oldest first; for those ways that push. */
    public List<Transaction> due(Delivery way, int limit) {
        return find(
                """
                join expedia_hotel h on h.hotel_id = t.hotel_id
                join expedia_account a on a.account = h.account
                where a.delivery = ? and t.state = 'pending' and t.expires_at > ?
                  and (t.next_try_at is null or t.next_try_at <= ?) and\s"""
                        + OFFERED
                        + " order by t.transaction_id limit ?",
                way.word(),
                Bookings.at(clock.instant()),
                Bookings.at(clock.instant()),
                limit);
    }

    long append(Booking booking, int number, Type type, Content content, Instant expires) {
        return jdbc.sql(
                        """
                        insert into expedia_transaction (booking_id, hotel_id, number, type, created_at,
                               expires_at, state, content, mailed_why)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                        returning transaction_id""")
                .params(
                        Arrays.asList(
                                booking.id(),
                                booking.hotel(),
                                number,
                                type.word(),
                                Bookings.at(clock.instant()),
                                Bookings.at(expires),
                                booking.lost() ? "mailed" : "pending",
                                Json.write(content),
                                booking.lost() ? "lost" : null))
                .query(Long.class)
                .single();
    }

    /** Changes what a transaction says that nobody has seen. */
    void replace(long id, Content content) {
        jdbc.sql("update expedia_transaction set content = ?::jsonb where transaction_id = ?")
                .params(Json.write(content), id)
                .update();
    }

    public void retrieved(List<Long> ids) {
        jdbc.sql(
                        """
                        update expedia_transaction set state = 'retrieved', retrieved_at = ?
                         where transaction_id = any (?::bigint[]) and state = 'pending'""")
                .params(
                        Bookings.at(clock.instant()),
                        ids.toString().replace('[', '{').replace(']', '}'))
                .update();
    }

    /** The hotel has it, under this number if it told one; the next one is then offered. */
    public void confirmed(Transaction transaction, @Nullable String number, Instant time) {
        if (number != null) {
            jdbc.sql("update expedia_booking set confirm_number = ? where booking_id = ?")
                    .params(number, transaction.booking())
                    .update();
        }
        jdbc.sql(
                        """
                        update expedia_transaction
                           set state           = 'confirmed',
                               confirmed_at    = coalesce(confirmed_at, :now),
                               confirm_number  = coalesce(:number, confirm_number),
                               confirm_time    = :time,
                               confirm_numbers = case
                                   when :number::text is null or :number = any (confirm_numbers)
                                   then confirm_numbers
                                   else confirm_numbers || :number::text end
                         where transaction_id = :id""")
                .param("now", Bookings.at(clock.instant()))
                .param("number", number)
                .param("time", Bookings.at(time))
                .param("id", transaction.id())
                .update();
    }

    /** Notes a try to send it; the next one is due then. */
    public void tried(Transaction transaction, Instant next) {
        jdbc.sql(
                        """
                        update expedia_transaction set tries = tries + 1, next_try_at = ?
                         where transaction_id = ?""")
                .params(Bookings.at(next), transaction.id())
                .update();
    }

    /** Gives an unsent transaction its token of confirmation. */
    public void token(Transaction transaction, String token) {
        jdbc.sql("update expedia_transaction set token = ? where transaction_id = ?")
                .params(token, transaction.id())
                .update();
    }

    /** It, and whatever comes of its booking, goes to the hotel by e-mail only. */
    public void mail(Transaction transaction, String why) {
        mailing.lose(List.of(transaction.booking()));
        jdbc.sql("update expedia_transaction set mailed_why = ? where transaction_id = ?")
                .params(why, transaction.id())
                .update();
    }

    /** Mails what nobody confirmed in time. */
    public void expire() {
        mailing.expire();
    }
}
