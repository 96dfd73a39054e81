package io.serai.payment;

import io.serai.payment.PaymentRefused.Why;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is due and what moved of one booking, read under its payment's lock where it is to change.
 */
final class MoneyRows {

    private MoneyRows() {}

    /**
     * A booking whose money is to move.
     *
     * @param number the channel's number of it
     * @param collectedBy channel, hotel or unknown
     * @param gateway what the hotel names itself; null: the usual one
     * @param today at the hotel
     */
    record Payable(
            int hotel,
            @Nullable String provider,
            String number,
            String collectedBy,
            @Nullable BigDecimal total,
            @Nullable String currency,
            @Nullable String gateway,
            java.time.LocalDate today) {}

    /** Holds the booking's money until the transaction ends; one at a time. */
    static Payable lock(JdbcClient session, long reservation) {
        return session.sql(
                        """
                        select r.hotel_id as hotel, r.provider, r.number, p.collected_by, coalesce(p.collected, r.total, p.amount) as total,
                               coalesce(p.currency, r.currency) as currency, h.payment_gateway as gateway, serai_today(r.hotel_id) as today
                          from ota_payments p join reservations r on r.id = p.reservation_id join hotels h on h.id = r.hotel_id
                         where p.reservation_id = ? for update of p
                        """)
                .param(reservation)
                .query(Payable.class)
                .optional()
                .orElseThrow(
                        () ->
                                new PaymentRefused(
                                        Why.UNKNOWN,
                                        "booking: '"
                                                + reservation
                                                + "' (expected: one whose payment is known)"));
    }

    static Optional<Dues> dues(JdbcClient session, long reservation) {
        return session.sql(
                        "select due, charged, refunded, currency, card, chargeable_from from payment_dues where reservation_id = ?")
                .param(reservation)
                .query(Dues.class)
                .optional();
    }

    /** Whether the channel says that it paid all, or that nothing is left on its cards. */
    static boolean isPaid(JdbcClient session, long reservation) {
        return session.sql("select is_paid from payment_dues where reservation_id = ?")
                .param(reservation)
                .query(Boolean.class)
                .single();
    }

    /** Charges in a currency that something can be given back of, the latest first. */
    static List<RefundParts.Charge> refundable(
            JdbcClient session, long reservation, @Nullable String currency) {
        return session.sql(
                        """
                        select id, gateway, amount_left from (
                               select a.id, a.gateway, a.amount - coalesce((select sum(b.amount) from payment_acts b
                                       where b.charge_id = a.id and b.state <> 'refused'), 0) as amount_left
                                 from payment_acts a
                                where a.reservation_id = ? and a.currency = ? and a.kind = 'charge' and a.state = 'done') open
                         where amount_left > 0 order by id desc
                        """)
                .params(reservation, currency)
                .query(
                        (row, n) ->
                                new RefundParts.Charge(
                                        row.getLong(1), row.getString(2), row.getBigDecimal(3)))
                .list();
    }

    /**
     * What the channel was had to give back, or may have been.
     *
     * @param but the request that does not count; null: all count
     */
    static BigDecimal refundedByChannel(JdbcClient session, long reservation, @Nullable Long but) {
        return session.sql(
                        """
                        select coalesce(sum(amount), 0) from payment_movements
                         where reservation_id = :id and way = 'channel' and kind = 'refund' and state <> 'refused'
                           and id is distinct from cast(:but as bigint)
                        """)
                .param("id", reservation)
                .param("but", but)
                .query(BigDecimal.class)
                .single();
    }
}
