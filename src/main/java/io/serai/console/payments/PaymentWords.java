package io.serai.console.payments;

import io.serai.console.Times;
import io.serai.payment.BookedPayment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of a payment, in words for people. */
final class PaymentWords {

    private PaymentWords() {}

    static String collector(String collectedBy) {
        return switch (collectedBy) {
            case "channel" -> "the channel";
            case "hotel" -> "the hotel";
            default -> "not said";
        };
    }

    static String method(String method) {
        return switch (method) {
            case "guest-card" -> "the guest's card";
            case "virtual-card" -> "a virtual card of the channel";
            case "bank-transfer" -> "a bank transfer of the channel";
            case "cash" -> "cash at the hotel";
            case "none" -> "nothing is to be paid";
            default -> "not said";
        };
    }

    /** What the channel pays, and how far it is. */
    static @Nullable String payout(BookedPayment payment) {
        String amount = money(payment.payout(), payment.currency());
        if (amount == null) {
            return payment.payoutStatus();
        }
        String kind =
                switch (Objects.requireNonNullElse(payment.payoutKind(), "")) {
                    case "net" -> "commission is taken off";
                    case "gross" -> "commission is invoiced apart";
                    default -> null;
                };
        return joined(", ", amount, kind, payment.payoutStatus());
    }

    static @Nullable String money(@Nullable String amount, @Nullable String currency) {
        return amount == null ? null : joined(" ", amount, currency);
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
