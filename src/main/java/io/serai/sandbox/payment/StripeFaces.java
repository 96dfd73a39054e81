package io.serai.sandbox.payment;

import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A gateway in Stripe's documented form: forms in, JSON out, payment methods, intents and refunds.
 */
final class StripeFaces {

    private static final Pattern BY_ACT = Pattern.compile("metadata\\['act']:'([0-9a-f-]{36})'");

    private static final Set<String> INTENT =
            Set.of(
                    "amount",
                    "currency",
                    "payment_method",
                    "payment_method_types[]",
                    "confirm",
                    "off_session",
                    "description",
                    "metadata[booking]",
                    "metadata[act]");

    private final GatewayBook book;
    private final Acquirer acquirer;

    StripeFaces(GatewayBook book, Acquirer acquirer) {
        this.book = book;
        this.acquirer = acquirer;
    }

    /** POST /v1/payment_methods. */
    Answer method(Call call) {
        Map<String, String> form = StripeForm.read(call);
        String number = form.getOrDefault("card[number]", "");
        return once(
                call,
                () -> {
                    if (!"card".equals(form.get("type")) || form.get("card[exp_month]") == null) {
                        return StripeAnswers.invalid(
                                "parameter_missing", "type or card is missing");
                    }
                    String decline = CardCheck.decline(number);
                    return "incorrect_number".equals(decline)
                            ? StripeAnswers.declined("method", null, null, decline)
                            : StripeAnswers.method(number.substring(number.length() - 4), decline);
                });
    }

    /** POST /v1/payment_intents, confirmed at once. */
    Answer intent(Call call) {
        Map<String, String> form = StripeForm.read(call);
        return once(
                call,
                () -> {
                    var unknown =
                            form.keySet().stream().filter(key -> !INTENT.contains(key)).findFirst();
                    if (unknown.isPresent()) {
                        return StripeAnswers.invalid("parameter_unknown", unknown.get());
                    }
                    GatewayBook.Act method =
                            book.find(form.getOrDefault("payment_method", "")).orElse(null);
                    if (method == null || !"true".equals(form.get("confirm"))) {
                        return StripeAnswers.invalid("resource_missing", "No such PaymentMethod");
                    }
                    long amount = StripeForm.amount(form);
                    String currency = form.getOrDefault("currency", "");
                    String decline =
                            acquirer.charge(
                                    method.decline(), form.get("metadata[booking]"), amount);
                    return decline == null
                            ? StripeAnswers.intent(amount, currency)
                            : StripeAnswers.declined("charge", amount, currency, decline);
                });
    }

    /** POST /v1/refunds. */
    Answer refund(Call call) {
        Map<String, String> form = StripeForm.read(call);
        return once(
                call,
                () -> {
                    GatewayBook.Act charge = charge(form.get("payment_intent"));
                    if (charge == null) {
                        return StripeAnswers.invalid("resource_missing", "No such payment_intent");
                    }
                    long amount = StripeForm.amount(form);
                    return acquirer.refund(charge, form.get("metadata[booking]"), amount) == null
                            ? StripeAnswers.refund(charge, amount, form.get("metadata[act]"))
                            : StripeAnswers.invalid(
                                    "charge_already_refunded",
                                    "Refund amount is greater than unrefunded amount on charge");
                });
    }

    /** GET /v1/payment_intents/search, by the one thing that Serai searches by. */
    Answer search(Call call) {
        Matcher asked = BY_ACT.matcher(call.query().getOrDefault("query", ""));
        return asked.matches()
                ? list(
                        "search_result",
                        book
                                .under("stripe", asked.group(1))
                                .map(act -> StripeAnswers.found(act, asked.group(1)))
                                .stream()
                                .toList())
                : Answer.json(
                        400,
                        StripeAnswers.error(
                                "invalid_request_error", null, null, "query cannot be read"));
    }

    /** GET /v1/refunds of an intent. */
    Answer refunds(Call call) {
        return list(
                "list",
                book.refunds(call.query().getOrDefault("payment_intent", "")).stream()
                        .map(GatewayBook.Act::answer)
                        .toList());
    }

    private static Answer list(String object, List<String> found) {
        return Answer.json(
                200,
                "{\"object\":\"%s\",\"data\":[%s],\"has_more\":false}"
                        .formatted(object, String.join(",", found)));
    }

    private GatewayBook.@Nullable Act charge(@Nullable String id) {
        return id == null
                ? null
                : book.find(id)
                        .filter(act -> act.kind().equals("charge") && act.decline() == null)
                        .orElse(null);
    }

    private Answer once(Call call, Supplier<GatewayBook.Act> deed) {
        String key = call.headers().getFirst("Idempotency-Key");
        GatewayBook.Told told = book.once("stripe", key, call.text(), deed);
        if (told.other()) {
            return Answer.json(
                    400,
                    StripeAnswers.error(
                            "idempotency_error",
                            null,
                            null,
                            "Keys for idempotent requests can only be used with the same parameters they were first used with."));
        }
        Answer answer = Answer.json(told.status(), told.answer());
        return told.again() ? answer.with("Idempotent-Replayed", "true") : answer;
    }
}
