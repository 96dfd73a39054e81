package io.serai.api;

import io.serai.database.TenantSession;
import io.serai.payment.PaymentReads;
import io.serai.payment.SettledActs;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out for callers what became of money: by the channel, or by what a person found. */
@Component("apiPaymentEnds")
public class ApiPaymentEnds {

    private final TenantSession tenants;
    private final ApiPayments shown;
    private final SettledActs settled;
    private final PaymentReads reads;

    ApiPaymentEnds(
            TenantSession tenants, ApiPayments shown, SettledActs settled, PaymentReads reads) {
        this.tenants = tenants;
        this.shown = shown;
        this.settled = settled;
        this.reads = reads;
    }

    /** How a person found that an act ended whose end nobody knew. */
    public record End(@Nullable String outcome, @Nullable String reference) {}

    /** The booking whose channel is asked. */
    public record Wanted(String booking) {}

    /**
     * Has the channel asked how a booking is paid; once for all who want it meanwhile.
     *
     * @throws Problem 404 for a booking that the caller does not see
     */
    public Wanted read(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        String booking =
                tenants.call(caller.hotels(), caller.actor(), session -> shown.find(session, id))
                        .booking();
        reads.want(Long.parseLong(booking));
        return new Wanted(booking);
    }

    /**
     * Ends an act whose end nobody knows, by what a person found at the gateway.
     *
     * @throws Problem 404 for one that the caller does not see, 409 for one whose end is known, 400
     *     for an end that is none
     */
    public ApiCharges.Kept settle(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body @Nullable End end) {
        String outcome = end == null || end.outcome() == null ? "" : end.outcome();
        String reference = end == null ? null : end.reference();
        if (!outcome.equals("refused") && (!outcome.equals("done") || reference == null)) {
            throw Problem.bad(
                    "outcome: '%s' (expected: refused, or done with the gateway's reference)"
                            .formatted(outcome));
        }
        long act = id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
        return switch (settled.settle(caller.hotels(), caller.actor(), act, outcome, reference)) {
            case SETTLED -> new ApiCharges.Kept("gateway", List.of(id));
            case KNOWN ->
                    throw new Problem(
                            409,
                            "Its end is known",
                            "act: '%s' (expected: one that is not-known)".formatted(id));
            case NONE -> throw Problem.unknown("act", id);
        };
    }
}
