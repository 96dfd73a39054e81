package io.serai.sandbox.payment;

import io.serai.sandbox.booking.PaidBooking;
import io.serai.sandbox.booking.PaidBookings;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of what became of bookings' money. */
final class Payouts {

    private final PaidBookings bookings;
    private final JdbcClient jdbc;

    Payouts(PaidBookings bookings, JdbcClient jdbc) {
        this.bookings = bookings;
        this.jdbc = jdbc;
    }

    Optional<Payout> find(long booking) {
        return bookings.find(booking).map(this::of);
    }

    List<Payout> virtual(long hotel) {
        return bookings.virtual(hotel).stream().map(this::of).toList();
    }

    void put(long booking, PayoutForm form) {
        jdbc.sql(
                        """
                        insert into payment (booking_id, charged, transferred, refund, refund_due, refund_reason, card_status)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (booking_id) do update
                           set charged = excluded.charged, transferred = excluded.transferred, refund = excluded.refund,
                               refund_due = excluded.refund_due, refund_reason = excluded.refund_reason, card_status = excluded.card_status""")
                .params(
                        Arrays.asList(
                                booking,
                                form.charged(),
                                form.transferred(),
                                form.refund(),
                                form.refundDue(),
                                form.refundReason(),
                                form.cardStatus()))
                .update();
    }

    /** Lets nobody else move a booking's money until the transaction ends. */
    void hold(long booking) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('payment'), ?::integer)")
                .param((int) (booking % Integer.MAX_VALUE))
                .query()
                .singleRow();
    }

    /** Charges a virtual card, or gives back to it. */
    void move(long booking, long amount) {
        jdbc.sql(
                        """
                        insert into payment (booking_id, charged) values (?, ?)
                        on conflict (booking_id) do update set charged = payment.charged + excluded.charged""")
                .params(booking, amount)
                .update();
    }

    private Payout of(PaidBooking booking) {
        return jdbc.sql("select * from payment where booking_id = ?")
                .param(booking.id())
                .query(
                        (row, n) ->
                                new Payout(
                                        booking,
                                        row.getLong("charged"),
                                        row.getObject("transferred", Long.class),
                                        row.getObject("refund", Long.class),
                                        row.getObject("refund_due", LocalDate.class),
                                        row.getString("refund_reason"),
                                        row.getString("card_status")))
                .optional()
                .orElseGet(() -> new Payout(booking, 0, null, null, null, null, null));
    }
}
