package io.serai.reservation;

import io.serai.channel.Amount;
import io.serai.reservation.IncomingReservation.Kind;
import io.serai.reservation.Payment.Method;
import io.serai.vault.CardClaims;
import io.serai.vault.CardToken;
import io.serai.vault.CardVault;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How each booking is paid. What a channel gave once is never lost to a delivery without it; only a
 * change that names another way than a card takes the card away.
 */
@Repository
class Payments {

    private static final Logger log = LoggerFactory.getLogger(Payments.class);
    private static final Set<Method> NOT_A_CARD =
            EnumSet.of(Method.NONE, Method.BANK_TRANSFER, Method.CASH);
    private static final Payment UNSAID =
            Payment.of(Payment.Collector.UNKNOWN, Payment.Method.UNKNOWN, null);

    private final JdbcClient jdbc;
    private final CardVault vault;
    private final CardClaims claims;

    Payments(JdbcClient jdbc, CardVault vault, CardClaims claims) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.claims = claims;
    }

    /** Keeps the payment of what the booking says now. */
    void keep(KnownReservation known, int hotelId, IncomingReservation told) {
        upsert(known, hotelId, told, true);
    }

    /** Keeps what a repeated or outdated delivery adds: the card that an earlier one lacked. */
    void complete(KnownReservation known, int hotelId, IncomingReservation told) {
        if (told.payment() != null && told.payment().card() != null) {
            upsert(known, hotelId, told, false);
        }
    }

    /**
     * A message of a booking whose people were erased, as far as it is about none; the card that
     * came with it is deleted.
     */
    IncomingReservation withoutPeople(IncomingReservation told) {
        if (told.payment() != null && told.payment().card() != null) {
            vault.discard(told.payment().card().token());
        }
        return Nameless.of(told);
    }

    private void upsert(
            KnownReservation known, int hotelId, IncomingReservation told, boolean current) {
        var payment = Optional.ofNullable(told.payment()).orElse(UNSAID);
        var card = Optional.ofNullable(payment.card());
        var token = card.map(Payment.Card::token).flatMap(vault::find);
        if (card.isPresent() && token.isEmpty()) {
            log.warn("Reservation {}: the vault does not keep {}", known.number(), card.get());
        }
        var withdrawn = current && card.isEmpty() && isWithoutCard(told);
        jdbc.sql(
                        """
                        insert into ota_payments as p (hotel_id, reservation_id, collected_by, method, amount, commission, currency,
                                                       card_token, card_last4, chargeable_from, status)
                        values (:hotel, :id, :collector, :method, :amount, :commission, :currency, :token, :lastFour, :chargeable, :status)
                        on conflict (reservation_id) do update
                           set collected_by    = case when excluded.collected_by = 'unknown' then p.collected_by else excluded.collected_by end,
                               method          = case when excluded.method = 'unknown' or (excluded.method = 'none' and p.card_token is not null and not :withdrawn)
                                                      then p.method else excluded.method end,
                               amount          = case when :current then coalesce(excluded.amount, p.amount) else p.amount end,
                               commission      = case when :current then coalesce(excluded.commission, p.commission) else p.commission end,
                               currency        = case when :current then coalesce(excluded.currency, p.currency) else p.currency end,
                               status          = case when :current then excluded.status else p.status end,
                               card_token      = case when not :withdrawn then coalesce(excluded.card_token, p.card_token) end,
                               card_last4      = case when not :withdrawn then coalesce(excluded.card_last4, p.card_last4) end,
                               chargeable_from = case when not :withdrawn then coalesce(excluded.chargeable_from, p.chargeable_from) end
                        """)
                .param("hotel", hotelId)
                .param("id", known.id())
                .param("collector", payment.collect().stored())
                .param("method", payment.method().stored())
                .param(
                        "amount",
                        Optional.ofNullable(payment.amount())
                                .or(() -> Optional.ofNullable(told.total()))
                                .map(Amount::value)
                                .orElse(null))
                .param(
                        "commission",
                        Optional.ofNullable(told.commission()).map(Amount::value).orElse(null))
                .param("currency", Optional.ofNullable(payment.currency()).orElse(told.currency()))
                .param("token", token.map(CardToken::value).orElse(null))
                .param("lastFour", token.map(CardToken::lastFour).orElse(null))
                .param("chargeable", card.map(Payment.Card::chargeableFrom).orElse(null))
                .param("status", told.isCancelled() ? "cancelled" : "expected")
                .param("current", current)
                .param("withdrawn", withdrawn)
                .update();
        token.ifPresent(kept -> claims.attach(kept, hotelId, known.id()));
    }

    /** Whether a change says that no card pays any more: a virtual card became an invoice. */
    private static boolean isWithoutCard(IncomingReservation told) {
        return told.kind() == Kind.MODIFY
                && told.payment() != null
                && NOT_A_CARD.contains(told.payment().method());
    }
}
