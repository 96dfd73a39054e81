package io.serai.console.payments;

import static io.serai.console.payments.PaymentWords.money;

import io.serai.console.Refusal;
import io.serai.console.Times;
import io.serai.payment.BookedPayment;
import io.serai.payment.Charging;
import io.serai.payment.RefundWay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a booking is paid, as its panel shows it.
 *
 * @param charging what may still be charged
 * @param ways by which money is given back
 * @param total of the booking; null: nobody said
 * @param channel its name; null: the hotel took the booking itself
 * @param zone of the hotel
 * @param today at the hotel
 */
record PaymentSheet(
        BookedPayment payment,
        Charging charging,
        List<RefundWay> ways,
        @Nullable BigDecimal total,
        @Nullable String channel,
        ZoneId zone,
        LocalDate today) {

    /** A card that the channel pays with. */
    record Card(
            String name,
            String status,
            String balance,
            String charged,
            String span,
            String wanted) {}

    /** A transfer to the hotel's bank. */
    record Transfer(String amount, String status, String on, String reference) {}

    /**
     * A charge or refund.
     *
     * @param open whether a person has to say how it ended
     */
    record Act(
            String id,
            String what,
            String state,
            String stateWords,
            String when,
            String why,
            boolean open) {}

    /** What is known of it as a whole. */
    public List<PaymentFact> getFacts() {
        return PaymentFact.all(payment, total, channel, zone);
    }

    public List<Card> getCards() {
        return payment.cards().stream()
                .map(
                        it ->
                                new Card(
                                        it.lastFour() == null ? it.id() : "•••• " + it.lastFour(),
                                        it.status(),
                                        said(money(it.balance(), it.currency())),
                                        said(money(it.charged(), it.currency())),
                                        PaymentWords.span(it.from(), it.until()),
                                        PaymentWords.wanted(it)))
                .toList();
    }

    public List<Transfer> getTransfers() {
        return payment.transfers().stream()
                .map(
                        it ->
                                new Transfer(
                                        said(money(it.amount(), it.currency())),
                                        it.status(),
                                        it.on() == null ? "" : Times.date(it.on()),
                                        said(it.reference())))
                .toList();
    }

    public List<Act> getActs() {
        return payment.acts().stream()
                .map(
                        it ->
                                new Act(
                                        it.id(),
                                        PaymentWords.what(it),
                                        it.state(),
                                        PaymentWords.state(it.state()),
                                        PaymentWords.when(it, zone),
                                        PaymentWords.why(it),
                                        it.way().equals("gateway")
                                                && it.state().equals("not-known")))
                .toList();
    }

    /** Why nothing can be charged now; empty: something can. */
    public String getNoCharge() {
        String most = charging.most();
        if (!charging.card()) {
            return isOwn()
                    ? "No card is kept: the guest pays at the desk."
                    : "The vault keeps no card that could be charged.";
        }
        if (charging.from() != null && charging.from().isAfter(today)) {
            return "Its card can be charged from " + Times.date(charging.from()) + " on.";
        }
        return most == null || new BigDecimal(most).signum() == 0
                ? "Nothing of it is due any more."
                : "";
    }

    /** The last digits of the card that a person may see; null: there is none. */
    public @Nullable String getLastFour() {
        return payment.cardLastFour() != null
                ? payment.cardLastFour()
                : payment.cards().stream()
                        .map(BookedPayment.Card::lastFour)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Whether the hotel took the booking itself, so that there is no channel to ask. */
    public boolean isOwn() {
        return channel == null;
    }

    /** The ways by which money is given back from here; what is done elsewhere its card says. */
    public List<RefundWay> getWishes() {
        return ways.stream()
                .filter(way -> !way.way().equals("terminal"))
                .filter(way -> !isOwn() || !way.way().equals("channel"))
                .toList();
    }

    /** A name for a way of giving money back. */
    public String title(RefundWay way) {
        return way.way().equals("channel")
                ? "Give back by the channel"
                : "Give back to the card that was charged";
    }

    /** Why money is not given back so. */
    public String not(RefundWay way) {
        return way.way().equals("channel") && payment.collectedBy().equals("hotel")
                ? "The hotel took the money, so that the channel cannot give it back."
                : Refusal.of(way.words()).words();
    }

    /** The most that can be given back so, with its currency. */
    public String most(RefundWay way) {
        return said(money(way.most(), way.currency()));
    }

    /** The most that can be charged, with its currency. */
    public String getMostCharged() {
        return said(money(charging.most(), charging.currency()));
    }

    /** What a form is known by: sent twice, it is done once. */
    public String newKey() {
        return UUID.randomUUID().toString();
    }

    /** Another one when anything moved. */
    String stamp() {
        return Integer.toHexString((payment + " " + charging + " " + ways).hashCode());
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
