package io.serai.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.payment.PaymentRefused.Why;
import io.serai.reservation.action.OfferedAction;
import io.serai.reservation.action.ReservationActions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which way a guest gets money back: by the channel where it took the money and gives it back for
 * hotels, else to the card that was charged through a gateway; what was charged elsewhere, there.
 */
@Component
public class RefundWays {

    private static final String REFUND = "refund";
    private static final String CHANNEL = "channel";
    private static final String GATEWAY = "gateway";

    private final ReservationActions actions;
    private final PaymentActs acts;
    private final ObjectMapper json;

    RefundWays(ReservationActions actions, PaymentActs acts, ObjectMapper json) {
        this.actions = actions;
        this.acts = acts;
        this.json = json;
    }

    /** What a refund became: the requests or acts that it is done by. */
    public record Asked(String way, List<String> ids) {}

    /** All ways, the first that applies is taken where none is named. */
    public List<RefundWay> of(JdbcClient session, BookedPayment payment) {
        long booking = Long.parseLong(payment.booking());
        List<RefundWay> ways = new ArrayList<>();
        ways.add(byChannel(session, payment, booking));
        BigDecimal most = acts.refundable(session, booking, payment.currency());
        ways.add(
                most.signum() > 0
                        ? new RefundWay(
                                GATEWAY,
                                true,
                                Amounts.text(most, payment.currency()),
                                payment.currency(),
                                List.of(),
                                null)
                        : not(
                                GATEWAY,
                                "nothing was charged through a gateway, or all of it is given back"));
        payment.cards().stream()
                .filter(card -> card.refund() != null)
                .forEach(card -> ways.add(onCard(card)));
        return ways;
    }

    private static RefundWay onCard(BookedPayment.Card card) {
        BookedPayment.Refund refund = java.util.Objects.requireNonNull(card.refund(), "refund");
        return new RefundWay(
                "terminal",
                true,
                refund.amount(),
                card.currency(),
                List.of(),
                "the channel wants it back on its card %s%s: where the card was charged"
                        .formatted(
                                card.id(), refund.due() == null ? "" : " until " + refund.due()));
    }

    private RefundWay byChannel(JdbcClient session, BookedPayment payment, long booking) {
        OfferedAction action =
                actions.of(session, booking).stream()
                        .filter(each -> each.action().equals(REFUND))
                        .findFirst()
                        .orElse(null);
        if (action == null || !action.offered()) {
            return not(CHANNEL, action == null ? "the channel knows no refunds" : action.reason());
        }
        if (!payment.collectedBy().equals(CHANNEL)) {
            return not(
                    CHANNEL,
                    "collected by "
                            + payment.collectedBy()
                            + " (expected: the channel took the guest's money)");
        }
        BigDecimal most = left(session, booking, null);
        return new RefundWay(
                CHANNEL,
                most.signum() > 0,
                Amounts.text(most, payment.currency()),
                payment.currency(),
                reasons(action.needs()),
                most.signum() > 0 ? null : "all of it is given back");
    }

    /**
     * What the guest paid to the channel and did not get back by it.
     *
     * @param but the request that counts as not done; null: none
     */
    static BigDecimal left(JdbcClient session, long booking, @Nullable Long but) {
        return session.sql(
                        """
                        select coalesce(p.collected, r.total, p.amount, 0) from ota_payments p join reservations r on r.id = p.reservation_id where r.id = ?
                        """)
                .param(booking)
                .query(BigDecimal.class)
                .optional()
                .orElse(BigDecimal.ZERO)
                .subtract(MoneyRows.refundedByChannel(session, booking, but))
                .max(BigDecimal.ZERO);
    }

    /**
     * Gives money back.
     *
     * @param session the engine's; whether the actor may was looked at before
     * @param way channel or gateway; null: the first that applies
     * @throws PaymentRefused when it cannot be done so
     * @throws io.serai.reservation.action.ActionRefused when the channel is not asked
     */
    public Asked refund(
            JdbcClient session,
            String actor,
            BookedPayment payment,
            @Nullable String way,
            PaymentActs.Wish wish) {
        long booking = Long.parseLong(payment.booking());
        RefundWay chosen =
                of(session, payment).stream()
                        .filter(each -> way == null ? each.applies() : each.way().equals(way))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new PaymentRefused(
                                                Why.NOT_POSSIBLE,
                                                "refund: no way applies (expected: one of those that the payment lists)"));
        if (!chosen.applies() || chosen.way().equals("terminal")) {
            throw new PaymentRefused(
                    Why.NOT_POSSIBLE, "refund by %s: %s".formatted(chosen.way(), chosen.words()));
        }
        if (chosen.way().equals(GATEWAY)) {
            return new Asked(
                    GATEWAY,
                    acts.refund(session, actor, booking, wish).stream()
                            .map(String::valueOf)
                            .toList());
        }
        ObjectNode request =
                json.createObjectNode()
                        .put("amount", Amounts.text(wish.amount(), wish.currency()))
                        .put("currency", wish.currency())
                        .put("reason", wish.reason());
        return new Asked(
                CHANNEL,
                List.of(Long.toString(actions.ask(session, actor, booking, REFUND, request))));
    }

    private static List<String> reasons(@Nullable JsonNode needs) {
        List<String> reasons = new ArrayList<>();
        if (needs != null) {
            needs.path("properties")
                    .path("reason")
                    .path("enum")
                    .forEach(each -> reasons.add(each.asText()));
        }
        return reasons;
    }

    private static RefundWay not(String way, @Nullable String words) {
        return new RefundWay(way, false, null, null, List.of(), words);
    }
}
