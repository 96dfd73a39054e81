package io.serai.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what is known of bookings' money, in one statement however many there are. */
final class FactRows {

    private static final String READ =
            """
            with wanted as materialized (
                select id from reservations
                 where hotel_id = :hotel and departure between :from and :to and not is_rejected
                   and (cast(:channel as text) is null or provider = :channel)
                   and (cast(:afterDay as date) is null or (departure, id) > (cast(:afterDay as date), cast(:afterId as bigint)))
                 order by departure, id limit cast(:most as integer)),
            days as (select serai_today(:hotel) as today),
            cards as (
                select reservation_id, sum(charged) as charged,
                       sum(balance) filter (where status in ('funded', 'available', 'partly-charged', 'unknown')
                                              and (expires_on is null or expires_on >= (select today from days))) as left_over,
                       sum(balance) filter (where expires_on < (select today from days) and status <> 'cancelled') as expired,
                       bool_or(status = 'cancelled') as cancelled, min(active_from) as active_from,
                       bool_or(status = 'fully-charged' and charged is null) as charged_unsaid, min(currency) as currency
                  from payment_cards where hotel_id = :hotel and reservation_id in (select id from wanted) group by reservation_id),
            transfers as (
                select reservation_id, sum(amount) filter (where status = 'paid') as paid, sum(amount) filter (where status <> 'paid') as pending,
                       min(currency) as currency
                  from payment_transfers where hotel_id = :hotel and reservation_id in (select id from wanted) group by reservation_id),
            moves as (
                select reservation_id, sum(amount) filter (where way = 'gateway' and kind = 'charge' and state = 'done') as charged,
                       sum(amount) filter (where way = 'gateway' and kind = 'refund' and state = 'done') as refunded,
                       sum(amount) filter (where way = 'channel' and state = 'done') as by_channel, bool_or(state = 'not-known') as not_known,
                       (array_agg(state order by asked_at desc) filter (where kind = 'charge'))[1] = 'refused' as declined
                  from payment_movements where hotel_id = :hotel and reservation_id in (select id from wanted) group by reservation_id)
            select r.id, r.number, r.provider, r.status as state, r.arrival, r.departure, coalesce(p.collected_by, 'unknown') as collected_by,
                   coalesce(p.method, 'unknown') as method, coalesce(p.currency, r.currency) as currency,
                   case when p.collected_by = 'hotel' then coalesce(p.to_collect, p.amount, r.total) else coalesce(p.payout, p.amount, r.total) end as due,
                   p.payout is not null and p.collected_by <> 'hotel' as due_read, p.read_at is not null as read, p.payout_status,
                   coalesce(p.commission, r.commission) as commission,
                   case when c.charged_unsaid then coalesce(p.payout, p.amount) else c.charged end as cards_charged,
                   coalesce(c.left_over, 0) as cards_left, coalesce(c.expired, 0) as cards_expired, coalesce(c.cancelled, false) as cards_cancelled,
                   coalesce(c.active_from, p.chargeable_from) as chargeable_from, coalesce(t.paid, 0) as transferred,
                   coalesce(t.pending, 0) as pending, coalesce(m.charged, 0) as charged, coalesce(m.refunded, 0) as refunded,
                   coalesce(m.by_channel, 0) as refunded_by_channel, coalesce(m.declined, false) as declined,
                   coalesce(m.not_known, false) as not_known,
                   coalesce(coalesce(c.currency, t.currency) <> coalesce(p.currency, r.currency), false) as other_currency, p.card_status,
                   (select today from days) as today
              from wanted w
              join reservations r on r.id = w.id
              left join ota_payments p on p.reservation_id = r.id
              left join cards c on c.reservation_id = r.id
              left join transfers t on t.reservation_id = r.id
              left join moves m on m.reservation_id = r.id
             order by r.departure, r.id
            """;

    private FactRows() {}

    /** What a booking is known by. */
    record Head(
            long id,
            String number,
            String provider,
            String state,
            @Nullable LocalDate arrival,
            @Nullable LocalDate departure,
            String collectedBy,
            String method,
            @Nullable String currency) {}

    /** A booking and what is known of its money. */
    record Row(Head head, MoneyFacts facts) {}

    /**
     * Those of a wish, by departure.
     *
     * @param after those after this one alone; null: from the first
     * @param most so many at most; null: all
     */
    static List<Row> read(
            JdbcClient session,
            ReconciliationWish wish,
            @Nullable ReconciliationPlace after,
            @Nullable Integer most) {
        return session.sql(READ)
                .param("hotel", wish.hotel())
                .param("from", wish.from())
                .param("to", wish.to())
                .param("channel", wish.channel())
                .param("afterDay", after == null ? null : after.departure())
                .param("afterId", after == null ? null : after.booking())
                .param("most", most)
                .query((row, n) -> new Row(head(row), facts(row)))
                .list();
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("id"),
                row.getString("number"),
                row.getString("provider"),
                row.getString("state"),
                row.getObject("arrival", LocalDate.class),
                row.getObject("departure", LocalDate.class),
                row.getString("collected_by"),
                row.getString("method"),
                row.getString("currency"));
    }

    private static MoneyFacts facts(ResultSet row) throws SQLException {
        return new MoneyFacts(
                row.getString("state").equals("cancelled"),
                !row.getString("collected_by").equals("hotel")
                        && !row.getString("provider").equals("direct"),
                row.getString("method"),
                row.getBigDecimal("due"),
                row.getBoolean("due_read"),
                row.getBoolean("read"),
                row.getString("payout_status"),
                row.getBigDecimal("commission"),
                row.getBigDecimal("cards_charged"),
                row.getBigDecimal("cards_left"),
                row.getBigDecimal("cards_expired"),
                row.getBoolean("cards_cancelled"),
                row.getObject("chargeable_from", LocalDate.class),
                row.getBigDecimal("transferred"),
                row.getBigDecimal("pending"),
                row.getBigDecimal("charged"),
                row.getBigDecimal("refunded"),
                row.getBigDecimal("refunded_by_channel"),
                row.getBoolean("declined"),
                row.getBoolean("not_known"),
                row.getBoolean("other_currency"),
                row.getString("card_status"),
                row.getObject("departure", LocalDate.class),
                row.getObject("today", LocalDate.class));
    }
}
