package io.serai.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how bookings are paid. */
@Component
public class BookedPayments {

    private static final String HEADS =
            """
            select r.id, r.hotel_id, r.number, r.provider, r.status as state, r.arrival, r.departure, p.collected_by, p.method, p.status,
                   coalesce(p.currency, r.currency) as currency, p.amount, p.commission, p.payout, p.payout_kind, p.payout_status, p.collected,
                   p.to_collect, p.chargeable_from, p.card_last4, p.card_status, p.read_at
              from ota_payments p join reservations r on r.id = p.reservation_id
             where r.id = any (:ids) order by r.id desc
            """;

    /**
     * What payments are searched by; null: by any.
     *
     * @param channel the channel's code
     * @param collectedBy channel, hotel or unknown
     * @param method as {@link BookedPayment#method}
     * @param payoutStatus as {@link BookedPayment#payoutStatus}
     * @param from first departure
     * @param to last departure
     * @param before the id that the page before ended with
     */
    public record Wish(
            @Nullable String channel,
            @Nullable String collectedBy,
            @Nullable String method,
            @Nullable String payoutStatus,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Long before) {}

    /** One; empty where the session sees none. */
    public Optional<BookedPayment> find(JdbcClient session, long booking) {
        return read(session, List.of(booking)).stream().findFirst();
    }

    /** The ids of a hotel's, the latest first. */
    public List<Long> search(JdbcClient session, int hotel, Wish wish, int most) {
        return session.sql(
                        """
                        select r.id from ota_payments p join reservations r on r.id = p.reservation_id
                         where p.hotel_id = ? and (?::text is null or r.provider = ?) and (?::text is null or p.collected_by = ?)
                           and (?::text is null or p.method = ?) and (?::text is null or p.payout_status = ?)
                           and (?::date is null or r.departure >= ?) and (?::date is null or r.departure <= ?)
                           and (?::bigint is null or r.id < ?)
                         order by r.id desc limit ?
                        """)
                .params(
                        Arrays.asList(
                                hotel,
                                wish.channel(),
                                wish.channel(),
                                wish.collectedBy(),
                                wish.collectedBy(),
                                wish.method(),
                                wish.method(),
                                wish.payoutStatus(),
                                wish.payoutStatus(),
                                wish.from(),
                                wish.from(),
                                wish.to(),
                                wish.to(),
                                wish.before(),
                                wish.before(),
                                most))
                .query(Long.class)
                .list();
    }

    /** Those of some bookings, the latest first. */
    public List<BookedPayment> read(JdbcClient session, Collection<Long> bookings) {
        Map<Long, List<BookedPayment.Card>> cards =
                many(
                        session,
                        bookings,
                        "select * from payment_cards where reservation_id = any (:ids) order by id",
                        PaymentParts::card);
        Map<Long, List<BookedPayment.Transfer>> transfers =
                many(
                        session,
                        bookings,
                        "select * from payment_transfers where reservation_id = any (:ids) order by place",
                        PaymentParts::transfer);
        Map<Long, List<BookedPayment.Act>> acts =
                many(
                        session,
                        bookings,
                        "select * from payment_movements where reservation_id = any (:ids) order by asked_at desc, id desc",
                        PaymentParts::act);
        return session.sql(HEADS)
                .param("ids", bookings.toArray(Long[]::new))
                .query(
                        (row, n) -> {
                            long id = row.getLong("id");
                            return payment(
                                    row,
                                    cards.getOrDefault(id, List.of()),
                                    transfers.getOrDefault(id, List.of()),
                                    acts.getOrDefault(id, List.of()));
                        })
                .list();
    }

    private interface Part<T> {
        T of(ResultSet row) throws SQLException;
    }

    private record Of<T>(long booking, T part) {}

    private static <T> Map<Long, List<T>> many(
            JdbcClient session, Collection<Long> bookings, String sql, Part<T> part) {
        List<Of<T>> all =
                session.sql(sql)
                        .param("ids", bookings.toArray(Long[]::new))
                        .query((row, n) -> new Of<>(row.getLong("reservation_id"), part.of(row)))
                        .list();
        return all.stream()
                .collect(
                        Collectors.groupingBy(
                                Of::booking, Collectors.mapping(Of::part, Collectors.toList())));
    }

    private static BookedPayment payment(
            ResultSet row,
            List<BookedPayment.Card> cards,
            List<BookedPayment.Transfer> transfers,
            List<BookedPayment.Act> acts)
            throws SQLException {
        String currency = row.getString("currency");
        return new BookedPayment(
                row.getString("id"),
                row.getString("hotel_id"),
                row.getString("number"),
                row.getString("provider"),
                row.getString("state"),
                row.getObject("arrival", LocalDate.class),
                row.getObject("departure", LocalDate.class),
                row.getString("collected_by"),
                row.getString("method"),
                row.getString("status"),
                currency,
                Amounts.text(row.getBigDecimal("amount"), currency),
                Amounts.text(row.getBigDecimal("commission"), currency),
                Amounts.text(row.getBigDecimal("payout"), currency),
                row.getString("payout_kind"),
                row.getString("payout_status"),
                Amounts.text(row.getBigDecimal("collected"), currency),
                Amounts.text(row.getBigDecimal("to_collect"), currency),
                row.getObject("chargeable_from", LocalDate.class),
                row.getString("card_last4"),
                row.getString("card_status"),
                PaymentParts.instant(row.getTimestamp("read_at")),
                cards,
                transfers,
                acts);
    }
}
