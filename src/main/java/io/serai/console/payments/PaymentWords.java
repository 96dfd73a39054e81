package io.serai.console.payments;

import io.serai.console.Times;
import io.serai.hotel.Money;
import io.serai.payment.BookedPayment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of a payment, in words for people. */
final class PaymentWords {

    private PaymentWords() {}

    /** What the channel pays, and how far it is. */
    static @Nullable String payout(BookedPayment payment) {
        String amount = money(payment.payout(), payment.currency());
        if (amount == null) {
            return status(payment.payoutStatus());
        }
        String kind =
                switch (Objects.requireNonNullElse(payment.payoutKind(), "")) {
                    case "net" -> "commission is taken off";
                    case "gross" -> "commission is invoiced apart";
                    default -> null;
                };
        return joined(", ", amount, kind, status(payment.payoutStatus()));
    }

    private static @Nullable String status(@Nullable String payout) {
        return payout == null ? null : payout.replace('-', ' ');
    }

    /**
     * What of a booking that the hotel took itself nobody was charged for yet.
     *
     * @param total what it costs; null: nobody said
     */
    static @Nullable String open(BookedPayment payment, @Nullable BigDecimal total) {
        if (total == null) {
            return null;
        }
        BigDecimal moved =
                payment.acts().stream()
                        .filter(act -> act.state().equals("done"))
                        .map(
                                act ->
                                        act.kind().equals("charge")
                                                ? new BigDecimal(act.amount())
                                                : new BigDecimal(act.amount()).negate())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.of(total.subtract(moved).max(BigDecimal.ZERO), payment.currency())
                + " of "
                + Money.of(total, payment.currency())
                + ", not counting what was paid at the desk";
    }

    static @Nullable String money(@Nullable String amount, @Nullable String currency) {
        return amount == null ? null : Money.of(new BigDecimal(amount), currency);
    }

    /** From when until when a card may be charged. */
    static String span(@Nullable LocalDate from, @Nullable LocalDate until) {
        return joined(
                " ",
                from == null ? null : "from " + Times.date(from),
                until == null ? null : "until " + Times.date(until));
    }

    /** What the channel wants back on its card. */
    static String wanted(BookedPayment.Card card) {
        BookedPayment.Refund refund = card.refund();
        return refund == null
                ? ""
                : joined(
                        " ",
                        "the channel wants back",
                        money(refund.amount(), card.currency()),
                        refund.due() == null ? null : "until " + Times.date(refund.due()),
                        refund.reason() == null ? null : "(" + refund.reason() + ")",
                        "– give it back where the card was charged");
    }

    static String what(BookedPayment.Act act) {
        return joined(
                " ",
                act.kind().equals("charge") ? "Charge of" : "Refund of",
                money(act.amount(), act.currency()),
                act.way().equals("channel") ? "by the channel" : "through " + act.gateway());
    }

    static String state(String state) {
        return switch (state) {
            case "asked" -> "on its way";
            case "not-known" -> "not known";
            default -> state;
        };
    }

    static String when(BookedPayment.Act act, ZoneId zone) {
        return joined(
                " ",
                "asked",
                Times.moment(act.askedAt(), zone),
                "by",
                act.askedBy(),
                act.settledAt() == null ? null : "· settled " + Times.moment(act.settledAt(), zone),
                act.reference() == null ? null : "· " + act.reference());
    }

    static String why(BookedPayment.Act act) {
        return joined(": ", act.code(), act.words());
    }

    static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(between));
    }
}
