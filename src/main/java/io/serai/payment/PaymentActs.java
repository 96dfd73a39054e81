package io.serai.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.payment.PaymentRefused.Why;
import io.serai.payment.gateway.Gateways;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Charges and refunds through gateways: each is kept first, within what is due or was charged, and
 * sent by {@link PaymentWork}. Whoever asks holds the booking's money meanwhile, so that two at the
 * same moment are one after the other.
 */
@Component
public class PaymentActs {

    private final Gateways gateways;

    PaymentActs(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * What somebody wants.
     *
     * @param amount in the currency
     * @param reason for those who read it later; null: none
     * @param key of whoever asks: what is asked twice under one is done once; null: none
     */
    public record Wish(
            BigDecimal amount, String currency, @Nullable String reason, @Nullable UUID key) {

        /** One that has no key. */
        public Wish(BigDecimal amount, String currency, @Nullable String reason) {
            this(amount, currency, reason, null);
        }

        /** A part of it, with a key of its own. */
        private Wish part(int place, BigDecimal some) {
            UUID own =
                    key == null || place == 0
                            ? key
                            : UUID.nameUUIDFromBytes((key + " " + place).getBytes(UTF_8));
            return new Wish(some, currency, reason, own);
        }
    }

    /**
     * Keeps a charge.
     *
     * @param session the engine's; whether the actor may was looked at before
     * @return its id
     * @throws PaymentRefused when it cannot be made
     */
    public long charge(JdbcClient session, String actor, long reservation, Wish wish) {
        MoneyRows.Payable payable = MoneyRows.lock(session, reservation);
        Dues dues = MoneyRows.dues(session, reservation).orElseThrow();
        dues.demand(wish.amount(), wish.currency(), payable.today());
        String gateway =
                gateways.nameFor(payable.gateway())
                        .orElseThrow(
                                () ->
                                        new PaymentRefused(
                                                Why.NOT_POSSIBLE,
                                                "gateway: none (expected: serai.payments.gateway, or the hotel's own)"));
        try {
            return insert(
                    session,
                    actor,
                    reservation,
                    payable,
                    "charge",
                    gateway,
                    wish,
                    dues.card(),
                    null);
        } catch (DuplicateKeyException underWay) {
            throw new PaymentRefused(
                    Why.UNDER_WAY,
                    "charge: one is under way, or it was asked for before (expected: settled before, or another)");
        }
    }

    /** What can be given back through gateways of what was charged in a currency. */
    public BigDecimal refundable(JdbcClient session, long reservation, @Nullable String currency) {
        return RefundParts.left(MoneyRows.refundable(session, reservation, currency));
    }

    /**
     * Keeps a refund of what was charged through gateways.
     *
     * @param session the engine's; whether the actor may was looked at before
     * @return the ids of its parts, one for each charge that it gives back
     * @throws PaymentRefused when it cannot be made
     */
    public List<Long> refund(JdbcClient session, String actor, long reservation, Wish wish) {
        MoneyRows.Payable payable = MoneyRows.lock(session, reservation);
        List<RefundParts.Charge> charges =
                MoneyRows.refundable(session, reservation, wish.currency());
        if (charges.isEmpty()) {
            throw new PaymentRefused(
                    Why.NOT_POSSIBLE,
                    "refund: nothing was charged in %s through a gateway, or all is given back"
                            .formatted(wish.currency()));
        }
        Dues.demandWithin("amount", wish.amount(), RefundParts.left(charges), wish.currency());
        List<Long> ids = new ArrayList<>();
        try {
            for (RefundParts.Part part : RefundParts.of(charges, wish.amount())) {
                ids.add(
                        insert(
                                session,
                                actor,
                                reservation,
                                payable,
                                "refund",
                                part.gateway(),
                                wish.part(ids.size(), part.amount()),
                                null,
                                part.charge()));
            }
        } catch (DuplicateKeyException askedBefore) {
            throw new PaymentRefused(
                    Why.UNDER_WAY, "refund: it was asked for before (expected: another)");
        }
        return ids;
    }

    private static long insert(
            JdbcClient session,
            String actor,
            long reservation,
            MoneyRows.Payable payable,
            String kind,
            String gateway,
            Wish wish,
            @Nullable String card,
            @Nullable Long charge) {
        session.sql(
                        "insert into audit (hotel_id, subject, subject_id, act) values (?, 'reservation', ?, ?)")
                .params(payable.hotel(), reservation, "asked-" + kind)
                .update();
        return session.sql(
                        """
                        insert into payment_acts (hotel_id, reservation_id, kind, gateway, amount, currency, card_token, charge_id, reason, asked_by, key)
                        values (:hotel, :id, :kind, :gateway, :amount, :currency, :card, :charge, :reason, :actor, coalesce(cast(:key as uuid), gen_random_uuid()))
                        returning id
                        """)
                .param("hotel", payable.hotel())
                .param("id", reservation)
                .param("kind", kind)
                .param("gateway", gateway)
                .param("amount", wish.amount())
                .param("currency", wish.currency())
                .param("card", card)
                .param("charge", charge)
                .param("reason", wish.reason())
                .param("actor", actor)
                .param("key", wish.key())
                .query(Long.class)
                .single();
    }
}
