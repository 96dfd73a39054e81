package io.serai.console.payments;

import io.serai.console.NotHere;
import io.serai.console.Refusal;
import io.serai.console.access.SignedIn;
import io.serai.database.EngineSession;
import io.serai.payment.BookedPayment;
import io.serai.payment.BookedPayments;
import io.serai.payment.PaymentActs;
import io.serai.payment.PaymentReads;
import io.serai.payment.PaymentRefused;
import io.serai.payment.RefundWays;
import io.serai.payment.SettledActs;
import io.serai.reservation.action.ActionRefused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Moves money for people who were seen to see the booking and to keep its books. */
@Component
class PaymentDeeds {

    private final EngineSession engine;
    private final BookedPayments payments;
    private final PaymentActs acts;
    private final RefundWays refunds;
    private final SettledActs settled;
    private final PaymentReads reads;

    PaymentDeeds(
            EngineSession engine,
            BookedPayments payments,
            PaymentActs acts,
            RefundWays refunds,
            SettledActs settled,
            PaymentReads reads) {
        this.engine = engine;
        this.payments = payments;
        this.acts = acts;
        this.refunds = refunds;
        this.settled = settled;
        this.reads = reads;
    }

    /**
     * What somebody entered.
     *
     * @param amount as a decimal, in the booking's currency
     * @param key the form's own
     * @param way of a refund
     */
    record Entered(
            @Nullable String amount,
            @Nullable String key,
            @Nullable String way,
            @Nullable String reason) {}

    Said charge(SignedIn user, BookedPayment payment, Entered entered) {
        return told(
                "Not charged. ",
                () -> {
                    PaymentActs.Wish wish = wish(payment, entered);
                    engine.call(
                            user.actor(),
                            session -> acts.charge(session, user.actor(), id(payment), wish));
                    return "It is charged now.";
                });
    }

    Said refund(SignedIn user, BookedPayment payment, Entered entered) {
        return told(
                "Not given back. ",
                () -> {
                    PaymentActs.Wish wish = wish(payment, entered);
                    RefundWays.Asked asked =
                            engine.call(
                                    user.actor(),
                                    session ->
                                            refunds.refund(
                                                    session,
                                                    user.actor(),
                                                    payments.find(session, id(payment))
                                                            .orElseThrow(),
                                                    entered.way(),
                                                    wish));
                    return asked.way().equals("channel")
                            ? "The channel is asked to give it back."
                            : "It is given back now.";
                });
    }

    /** Has the channel asked how the booking is paid. */
    Said read(BookedPayment payment) {
        reads.want(id(payment));
        return Said.done("The channel is asked within seconds.");
    }

    /** Ends an act by what a person found at the gateway. */
    Said settle(
            SignedIn user,
            int hotel,
            long act,
            @Nullable String outcome,
            @Nullable String reference) {
        String found = Objects.requireNonNullElse(outcome, "");
        String name = Objects.requireNonNullElse(reference, "").strip();
        if (!found.equals("refused") && (!found.equals("done") || name.isEmpty())) {
            return Said.not(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "Not settled: what was done has a name at the gateway, to be entered here.");
        }
        return switch (settled.settle(
                List.of((long) hotel),
                user.actor(),
                act,
                found,
                found.equals("done") ? name : null)) {
            case SETTLED -> Said.done("It is settled.");
            case KNOWN -> Said.not(HttpStatus.CONFLICT, "Its end is known already.");
            case NONE -> throw new NotHere("act " + act);
        };
    }

    private static long id(BookedPayment payment) {
        return Long.parseLong(payment.booking());
    }

    private static PaymentActs.Wish wish(BookedPayment payment, Entered entered) {
        String amount = Objects.requireNonNullElse(entered.amount(), "").strip();
        if (!amount.matches("[0-9]{1,11}([.][0-9]{1,3})?")) {
            throw new PaymentRefused(
                    PaymentRefused.Why.NOT_FITTING,
                    "amount: '%s' (expected: a number, as 133.50)".formatted(amount));
        }
        String reason = Objects.requireNonNullElse(entered.reason(), "").strip();
        return new PaymentActs.Wish(
                new BigDecimal(amount),
                Objects.requireNonNullElse(payment.currency(), ""),
                reason.isEmpty() ? null : reason,
                key(entered.key()));
    }

    private static UUID key(@Nullable String said) {
        try {
            return UUID.fromString(Objects.requireNonNullElse(said, ""));
        } catch (IllegalArgumentException none) {
            throw new PaymentRefused(
                    PaymentRefused.Why.NOT_FITTING, "key: none (expected: that of the form)");
        }
    }

    private static Said told(String not, Supplier<String> work) {
        try {
            return Said.done(work.get());
        } catch (PaymentRefused refused) {
            HttpStatus status =
                    switch (refused.why()) {
                        case UNKNOWN -> HttpStatus.NOT_FOUND;
                        case NOT_POSSIBLE, UNDER_WAY -> HttpStatus.CONFLICT;
                        case TOO_MUCH, NOT_FITTING -> HttpStatus.UNPROCESSABLE_ENTITY;
                    };
            return Said.not(status, not + Refusal.of(refused.getMessage()).words() + ".");
        } catch (ActionRefused refused) {
            return Said.not(
                    refused.why() == ActionRefused.Why.NOT_FITTING
                            ? HttpStatus.UNPROCESSABLE_ENTITY
                            : HttpStatus.CONFLICT,
                    not + Refusal.of(refused.getMessage()).words() + ".");
        }
    }
}
