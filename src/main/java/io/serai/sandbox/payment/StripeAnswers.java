package io.serai.sandbox.payment;

import io.serai.sandbox.wire.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The objects and errors that Stripe's documentation shows. */
final class StripeAnswers {

    /** Codes of their own; all else is card_declined with a decline code. */
    private static final Set<String> OWN =
            Set.of("incorrect_number", "expired_card", "incorrect_cvc", "authentication_required");

    private StripeAnswers() {}

    static GatewayBook.Act method(String lastFour, @Nullable String decline) {
        String id = id("pm_");
        String answer =
                Json.write(
                        Map.of(
                                "id",
                                id,
                                "object",
                                "payment_method",
                                "type",
                                "card",
                                "card",
                                Map.of("last4", lastFour)));
        return new GatewayBook.Act(id, 200, answer, "method", null, null, lastFour, null, decline);
    }

    static GatewayBook.Act intent(long amount, String currency) {
        String id = id("pi_");
        String answer =
                Json.write(
                        Map.of(
                                "id", id,
                                "object", "payment_intent",
                                "status", "succeeded",
                                "amount", amount,
                                "amount_received", amount,
                                "currency", currency,
                                "livemode", false));
        return new GatewayBook.Act(id, 200, answer, "charge", amount, currency, null, null, null);
    }

    /** An intent as a search finds it: one that was declined has none that paid it. */
    static String found(GatewayBook.Act intent, String act) {
        return Json.write(
                Map.of(
                        "id",
                        intent.id(),
                        "object",
                        "payment_intent",
                        "status",
                        intent.decline() == null ? "succeeded" : "requires_payment_method",
                        "metadata",
                        Map.of("act", act)));
    }

    static GatewayBook.Act refund(GatewayBook.Act charge, long amount, @Nullable String act) {
        String id = id("re_");
        String answer =
                Json.write(
                        Map.of(
                                "id",
                                id,
                                "object",
                                "refund",
                                "status",
                                "succeeded",
                                "amount",
                                amount,
                                "payment_intent",
                                charge.id(),
                                "metadata",
                                act == null ? Map.of() : Map.of("act", act)));
        return new GatewayBook.Act(
                id, 200, answer, "refund", amount, charge.currency(), null, charge.id(), null);
    }

    static GatewayBook.Act declined(
            String kind, @Nullable Long amount, @Nullable String currency, String decline) {
        String code = OWN.contains(decline) ? decline : "card_declined";
        return new GatewayBook.Act(
                id("no_"),
                402,
                error("card_error", code, decline, "Your card was declined."),
                kind,
                amount,
                currency,
                null,
                null,
                decline);
    }

    static GatewayBook.Act invalid(String code, String words) {
        return new GatewayBook.Act(
                id("no_"),
                400,
                error("invalid_request_error", code, null, words),
                "fault",
                null,
                null,
                null,
                null,
                code);
    }

    static String error(
            String type, @Nullable String code, @Nullable String decline, String words) {
        Map<String, Object> error = new HashMap<>();
        error.put("type", type);
        error.put("code", code);
        error.put("decline_code", decline);
        error.put("message", words);
        return Json.write(Map.of("error", error));
    }

    private static String id(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }
}
