package io.serai.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of virtual cards that channels want money back on. */
@Component("refundableCards")
public class RefundableCards {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RefundableCards(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A card as a channel lists it, in the words of {@code payment-cards-read.json}.
     *
     * @param number the channel's number of the reservation
     */
    record Listed(
            String number,
            String card,
            BigDecimal amount,
            @Nullable String currency,
            @Nullable String status,
            @Nullable LocalDate due,
            @Nullable String reason) {}

    /** A page of a channel's list. */
    record Listing(List<Listed> cards) {

        Listing {
            cards = cards == null ? List.of() : List.copyOf(cards);
        }
    }

    /** When a list begins to be read, as {@link #forget} takes it. */
    public String now() {
        return jdbc.sql("select clock_timestamp()::text").query(String.class).single();
    }

    /** Keeps a page of a channel's list for a connection. */
    @Transactional
    public void take(@Body String page, @Header("Serai-Connection") long connection)
            throws JsonProcessingException {
        json.readValue(page, Listing.class).cards().forEach(each -> keep(each, connection));
    }

    /** What was not on the list that was read since a moment is wanted back no more. */
    @Transactional
    public void forget(long connection, String since) {
        jdbc.sql(
                        """
                        update payment_cards c set refund_amount = null, refund_due = null, refund_reason = null, refund_status = null
                          from reservations r
                         where r.id = c.reservation_id and r.connection_id = ? and c.refund_amount is not null
                           and c.refund_seen_at < ?::timestamptz
                        """)
                .params(connection, since)
                .update();
    }

    private void keep(Listed listed, long connection) {
        jdbc.sql(
                        """
                        insert into payment_cards (hotel_id, reservation_id, remote_id, status, currency, refund_status, refund_amount, refund_due,
                                                   refund_reason, refund_seen_at)
                        select r.hotel_id, r.id, :card, 'unknown', :currency, :status, :amount, :due, :reason, clock_timestamp()
                          from reservations r where r.connection_id = :connection and r.number = :number
                        on conflict (reservation_id, remote_id) do update
                           set currency = coalesce(payment_cards.currency, excluded.currency), refund_status = excluded.refund_status,
                               refund_amount = excluded.refund_amount, refund_due = excluded.refund_due,
                               refund_reason = excluded.refund_reason, refund_seen_at = excluded.refund_seen_at
                        """)
                .param("card", listed.card())
                .param("currency", listed.currency())
                .param("status", listed.status())
                .param("amount", listed.amount())
                .param("due", listed.due())
                .param("reason", listed.reason())
                .param("connection", connection)
                .param("number", listed.number())
                .update();
    }

    /** Those of a hotel, the most urgent first. */
    public List<RefundableCard> of(JdbcClient session, int hotel) {
        return session.sql(
                        """
                        select r.id, r.number, r.provider, c.remote_id, c.refund_amount, c.currency, c.refund_due, c.refund_reason, c.refund_status,
                               c.refund_seen_at, coalesce((select sum(a.amount) from payment_acts a
                                   where a.reservation_id = r.id and a.kind = 'charge' and a.state = 'done'), 0)
                               - coalesce((select sum(a.amount) from payment_acts a
                                   where a.reservation_id = r.id and a.kind = 'refund' and a.state <> 'refused'), 0) as through_gateway
                          from payment_cards c join reservations r on r.id = c.reservation_id
                         where c.hotel_id = ? and c.refund_amount is not null order by c.refund_due nulls last, r.id
                        """)
                .param(hotel)
                .query(
                        (row, n) ->
                                new RefundableCard(
                                        row.getString("id"),
                                        row.getString("number"),
                                        row.getString("provider"),
                                        row.getString("remote_id"),
                                        Amounts.said(
                                                row.getBigDecimal("refund_amount"),
                                                row.getString("currency")),
                                        row.getString("currency"),
                                        row.getObject("refund_due", LocalDate.class),
                                        row.getString("refund_reason"),
                                        row.getString("refund_status"),
                                        row.getBigDecimal("through_gateway")
                                                                .compareTo(
                                                                        row.getBigDecimal(
                                                                                "refund_amount"))
                                                        >= 0
                                                ? "gateway"
                                                : "terminal",
                                        row.getTimestamp("refund_seen_at").toInstant()))
                .list();
    }
}
