package io.serai.sandbox.payment;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A payout as the Payments API writes it. */
final class PayoutView {

    private final Payout payout;
    private final Currency currency;
    private final LocalDate today;

    PayoutView(Payout payout, Currency currency, LocalDate today) {
        this.payout = payout;
        this.currency = currency;
        this.today = today;
    }

    Map<String, Object> whole(boolean money) {
        var booking = payout.booking();
        var view = new HashMap<String, Object>();
        view.put("reservation_id", Long.toString(booking.id()));
        view.put("property_id", Long.toString(booking.hotel()));
        view.put("payout_type", "NET");
        view.put("payment_tags", List.of());
        view.put(
                "total_price_of_reservation",
                Map.of(
                        "total_amount_paid",
                        money(booking.total()),
                        "total_amount_to_collect_at_property",
                        money(0)));
        var commission = new HashMap<>(money(payout.commission()));
        commission.put(
                "breakdown",
                Map.of("total_commissions", money(payout.commission()), "total_charges", money(0)));
        view.put(
                "partner_payout",
                Map.of(
                        "total_payout", money(payout.amount()),
                        "commissionable_price", money(booking.total()),
                        "commissions_and_charges", commission));
        view.put("price_breakdown", List.of());
        if (money) {
            view.put("payout_status", payout.state());
            view.put(
                    "payout",
                    Map.of(
                            "bank_transfers", transfers(),
                            "virtual_credit_cards", cards(),
                            "customer_credit_cards", List.of()));
        }
        return view;
    }

    List<Map<String, Object>> transfers() {
        var paid = payout.transferred();
        return paid == null
                ? List.of()
                : List.of(
                        Map.of(
                                "amount",
                                money(paid == 0 ? payout.amount() : paid),
                                "status",
                                paid == 0 ? "PENDING" : "PAID",
                                "payout_date",
                                payout.booking().departure().plusDays(1).toString(),
                                "bank_transfer_reference",
                                "BT-" + payout.booking().id()));
    }

    List<Map<String, Object>> cards() {
        var booking = payout.booking();
        return !booking.virtual()
                ? List.of()
                : List.of(
                        Map.of(
                                "id", cardId(),
                                "status", payout.cardState(today),
                                "activation_date", booking.arrival().toString(),
                                "expiration_date", booking.arrival().plusYears(1).toString(),
                                "current_balance", money(payout.balance()),
                                "card_details",
                                        Map.of(
                                                "cvc", "123",
                                                "card_name", "Virtual Card",
                                                "card_number", "5555555555554444",
                                                "card_type", "MasterCard",
                                                "card_expiry", "03/30")));
    }

    Map<String, Object> chargeable() {
        return Map.of(
                "reservation_id", payout.booking().id(),
                "vcc_id", cardId(),
                "vcc_status", payout.cardState(today),
                "current_balance", money(payout.balance()));
    }

    Map<String, Object> refundable() {
        var view = new HashMap<String, Object>();
        var amount = payout.refund();
        view.put("reservation_id", payout.booking().id());
        view.put("vcc_id", cardId());
        view.put("refund_status", "PENDING");
        view.put("refund_amount", money(amount == null ? 0 : amount));
        view.put(
                "refund_due_date",
                payout.refundDue() == null ? null : payout.refundDue().toString());
        view.put("reason", payout.refundReason());
        view.put("comment", null);
        return view;
    }

    private String cardId() {
        return "vcc-" + payout.booking().id();
    }

    private Map<String, Object> money(long amount) {
        return Map.of(
                "currency", currency.getCurrencyCode(),
                "value", Long.toString(amount),
                "decimals", currency.getDefaultFractionDigits());
    }
}
