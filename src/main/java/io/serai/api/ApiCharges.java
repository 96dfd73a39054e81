package io.serai.api;

import io.serai.database.TenantSession;
import io.serai.payment.BookedPayment;
import io.serai.payment.BookedPayments;
import io.serai.payment.PaymentActs;
import io.serai.payment.PaymentRefused;
import io.serai.payment.RefundWays;
import io.serai.reservation.action.ActionRefused;
import java.math.BigDecimal;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves money for callers: each wish once under its key. */
@Component("apiCharges")
public class ApiCharges {

    private static final String KEY = "Idempotency-Key";

    private final TenantSession tenants;
    private final OnceOnly once;
    private final ApiPayments shown;
    private final BookedPayments payments;
    private final PaymentActs acts;
    private final RefundWays refunds;

    ApiCharges(
            TenantSession tenants,
            OnceOnly once,
            ApiPayments shown,
            BookedPayments payments,
            PaymentActs acts,
            RefundWays refunds) {
        this.tenants = tenants;
        this.once = once;
        this.shown = shown;
        this.payments = payments;
        this.acts = acts;
        this.refunds = refunds;
    }

    /**
     * What is to be charged or given back.
     *
     * @param amount a decimal string
     * @param way of a refund: channel or gateway; null: the first that applies
     * @param reason one that the channel takes, where it gives the money back
     */
    public record Wish(
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String way,
            @Nullable String reason) {}

    /** What was kept: the ids by the way that they go. */
    public record Kept(String way, List<String> ids) {}

    /**
     * Keeps a charge through the hotel's gateway.
     *
     * @throws Problem 404 for a booking that the caller does not see, 400 without a key or for what
     *     does not fit, 409 where it cannot be done or one is under way, 422 above what is due
     */
    public Answer charge(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body @Nullable Wish wish) {
        return keep(
                exchange,
                caller,
                id,
                wish,
                (session, booking) ->
                        new Kept(
                                "gateway",
                                List.of(
                                        Long.toString(
                                                acts.charge(
                                                        session,
                                                        caller.actor(),
                                                        booking,
                                                        said(wish))))));
    }

    /** Keeps a refund by the way named, or the first that applies; as {@link #charge}. */
    public Answer refund(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body @Nullable Wish wish) {
        return keep(
                exchange,
                caller,
                id,
                wish,
                (session, booking) -> {
                    PaymentActs.Wish said = said(wish);
                    RefundWays.Asked asked =
                            refunds.refund(
                                    session,
                                    caller.actor(),
                                    payments.find(session, booking).orElseThrow(),
                                    wish == null ? null : wish.way(),
                                    said);
                    return new Kept(asked.way(), asked.ids());
                });
    }

    private interface Deed {
        Kept of(JdbcClient session, long booking);
    }

    private Answer keep(
            Exchange exchange, Caller caller, String id, @Nullable Wish wish, Deed deed) {
        if (exchange.getMessage().getHeader(KEY) == null) {
            throw Problem.bad(KEY + ": missing (expected: a name of your own for this wish)");
        }
        long booking = Long.parseLong(visible(caller, id).booking());
        Wish body = wish == null ? new Wish(null, null, null, null) : wish;
        return told(
                () ->
                        once.byEngine(
                                exchange,
                                caller,
                                body,
                                session -> Answer.of(202, deed.of(session, booking))));
    }

    private BookedPayment visible(Caller caller, String id) {
        return tenants.call(caller.hotels(), caller.actor(), session -> shown.find(session, id));
    }

    private static PaymentActs.Wish said(@Nullable Wish wish) {
        String amount = wish == null || wish.amount() == null ? "" : wish.amount();
        String currency = wish == null || wish.currency() == null ? "" : wish.currency();
        if (!amount.matches("[0-9]{1,11}([.][0-9]{1,3})?") || !currency.matches("[A-Z]{3}")) {
            throw Problem.bad(
                    "amount: '%s' '%s' (expected: a decimal and a currency, as \"133.50\" \"EUR\")"
                            .formatted(amount, currency));
        }
        return new PaymentActs.Wish(
                new BigDecimal(amount), currency, wish == null ? null : wish.reason());
    }

    private static Answer told(java.util.function.Supplier<Answer> work) {
        try {
            return work.get();
        } catch (PaymentRefused refused) {
            throw PaymentProblems.of(refused);
        } catch (ActionRefused refused) {
            throw PaymentProblems.of(refused);
        }
    }
}
