package io.serai.reservation;

import io.serai.vault.CardToken;
import io.serai.vault.CardVault;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How each booking is paid. What a channel gave once is never lost to a delivery without it. */
@Repository
class Payments {

    private static final Logger log = LoggerFactory.getLogger(Payments.class);
    private static final Payment UNSAID =
            new Payment(Payment.Collector.UNKNOWN, Payment.Method.UNKNOWN, null);

    private final JdbcClient jdbc;
    private final CardVault vault;

    Payments(JdbcClient jdbc, CardVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Keeps the payment of what the booking says now. */
    void keep(KnownReservation known, int hotelId, IncomingReservation told) {
        upsert(known, hotelId, told);
        jdbc.sql(
                        """
                        update ota_payments p
                           set amount = r.total, commission = r.commission, currency = r.currency,
                               status = case when r.status = 'cancelled' then 'cancelled' else 'expected' end
                          from reservations r
                         where p.reservation_id = r.id and r.id = ?
                        """)
                .param(known.id())
                .update();
    }

    /** Keeps what a repeated or outdated delivery adds: the card that an earlier one lacked. */
    void complete(KnownReservation known, int hotelId, IncomingReservation told) {
        if (told.payment() != null && told.payment().card() != null) {
            upsert(known, hotelId, told);
        }
    }

    private void upsert(KnownReservation known, int hotelId, IncomingReservation told) {
        var payment = Optional.ofNullable(told.payment()).orElse(UNSAID);
        var card = Optional.ofNullable(payment.card());
        var token = card.map(Payment.Card::token).flatMap(vault::find);
        if (card.isPresent() && token.isEmpty()) {
            log.warn("Reservation {}: the vault does not keep {}", known.number(), card.get());
        }
        jdbc.sql(
                        """
                        insert into ota_payments as p (hotel_id, reservation_id, collected_by, method, card_token, card_last4,
                                                       chargeable_from, status)
                        values (:hotel, :id, :collector, :method, :token, :lastFour, :chargeable, :status)
                        on conflict (reservation_id) do update
                           set collected_by    = case when excluded.collected_by = 'unknown' then p.collected_by else excluded.collected_by end,
                               method          = case when excluded.method = 'unknown' or (excluded.method = 'none' and p.card_token is not null)
                                                      then p.method else excluded.method end,
                               card_token      = coalesce(excluded.card_token, p.card_token),
                               card_last4      = coalesce(excluded.card_last4, p.card_last4),
                               chargeable_from = coalesce(excluded.chargeable_from, p.chargeable_from)
                        """)
                .param("hotel", hotelId)
                .param("id", known.id())
                .param("collector", payment.collect().stored())
                .param("method", payment.method().stored())
                .param("token", token.map(CardToken::value).orElse(null))
                .param("lastFour", token.map(CardToken::lastFour).orElse(null))
                .param("chargeable", card.map(Payment.Card::chargeableFrom).orElse(null))
                .param("status", told.isCancelled() ? "cancelled" : "expected")
                .update();
        token.ifPresent(kept -> vault.attach(kept, hotelId, known.id()));
    }
}
