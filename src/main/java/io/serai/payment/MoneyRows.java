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

    private static final String DUES =
            """
            select least(case when p.status = 'cancelled' and (c.id is not null or p.collected_by = 'channel') then coalesce(p.payout, 0)
                              when p.status = 'cancelled' then coalesce(p.to_collect, 0)
                              when c.id is not null then coalesce(p.payout, c.loaded, p.amount)
                              when p.collected_by = 'channel' then coalesce(p.payout, p.amount)
                              else coalesce(p.to_collect, p.amount) end, c.balance + m.charged - m.refunded) as due,
                   m.charged, m.refunded, m.currency,
                   coalesce(c.card_token, case when not exists (select from payment_cards v
                                                                 where v.reservation_id = p.reservation_id and v.card_token = p.card_token)
                                               then p.card_token end) as card,
                   coalesce(c.active_from, p.chargeable_from) as chargeable_from
              from ota_payments p
              left join lateral (select * from payment_cards v
                                  where v.reservation_id = p.reservation_id and v.card_token is not null
                                    and v.status in ('funded', 'available', 'partly-charged', 'unknown')
                                  order by v.balance desc nulls last, v.id limit 1) c on true
              cross join lateral (select coalesce(c.currency, p.currency) as currency,
                                         coalesce(sum(a.amount) filter (where a.kind = 'charge' and a.state <> 'refused'), 0) as charged,
                                         coalesce(sum(a.amount) filter (where a.kind = 'refund' and a.state = 'done'), 0) as refunded
                                    from payment_acts a
                                   where a.reservation_id = p.reservation_id and a.currency = coalesce(c.currency, p.currency)) m
             where p.reservation_id = ?
            """;

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
        return session.sql(DUES).param(reservation).query(Dues.class).optional();
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
