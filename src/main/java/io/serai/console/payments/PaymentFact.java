package io.serai.console.payments;

import static io.serai.console.payments.PaymentWords.money;

import io.serai.console.PayingWords;
import io.serai.console.Times;
import io.serai.payment.BookedPayment;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something known of a payment, in words. */
record PaymentFact(String name, String value) {

    /**
     * All that is known; of what nobody can know, nothing.
     *
     * @param total of the booking; null: nobody said
     * @param channel its name; null: the hotel took the booking itself
     */
    static List<PaymentFact> all(
            BookedPayment payment,
            @Nullable BigDecimal total,
            @Nullable String channel,
            ZoneId zone) {
        String currency = payment.currency();
        List<PaymentFact> facts = new ArrayList<>();
        add(facts, "Collected by", PayingWords.collects(payment.collectedBy(), channel));
        add(facts, "Paid by", PayingWords.by(payment.method(), channel));
        add(facts, "Amount", money(payment.amount(), currency));
        add(facts, "Open", channel == null ? PaymentWords.open(payment, total) : null);
        add(facts, "Commission", money(payment.commission(), currency));
        add(facts, "Payout", PaymentWords.payout(payment));
        add(facts, "Guest paid the channel", money(payment.collected(), currency));
        add(facts, "Guest pays here", money(payment.toCollect(), currency));
        add(
                facts,
                "Chargeable from",
                payment.chargeableFrom() == null ? null : Times.date(payment.chargeableFrom()));
        add(facts, "Channel on the card", payment.cardStatus());
        if (channel != null) {
            add(
                    facts,
                    "Channel asked",
                    payment.readAt() == null ? "not yet" : Times.moment(payment.readAt(), zone));
        }
        return facts;
    }

    private static void add(List<PaymentFact> facts, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new PaymentFact(name, value));
        }
    }
}
