package io.serai.payment;

import io.serai.payment.PaymentRefused.Why;
import io.serai.payment.gateway.Gateways;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
     */
    public record Wish(BigDecimal amount, String currency, @Nullable String reason) {}

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
                    Why.UNDER_WAY, "charge: one is under way (expected: settled before)");
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
        for (RefundParts.Part part : RefundParts.of(charges, wish.amount())) {
            Wish piece = new Wish(part.amount(), wish.currency(), wish.reason());
            ids.add(
                    insert(
                            session,
                            actor,
                            reservation,
                            payable,
                            "refund",
                            part.gateway(),
                            piece,
                            null,
                            part.charge()));
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
                        insert into payment_acts (hotel_id, reservation_id, kind, gateway, amount, currency, card_token, charge_id, reason, asked_by)
                        values (:hotel, :id, :kind, :gateway, :amount, :currency, :card, :charge, :reason, :actor)
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
                .query(Long.class)
                .single();
    }
}
