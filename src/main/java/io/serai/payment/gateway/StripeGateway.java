package io.serai.payment.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.payment.gateway.GatewayAnswer.Outcome;
import io.serai.vault.CardToken;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/**
 * A gateway in Stripe's form: a payment method is made of the card, then a payment intent is
 * confirmed with it while the guest is not there. Each call has a key of its own, made of that of
 * the charge.
 */
final class StripeGateway implements Gateway {

    private static final String SUCCEEDED = "succeeded";

    private final GatewaySettings.Account account;
    private final GatewayWire wire;
    private final StripeAnswers answers;

    StripeGateway(GatewaySettings.Account account, GatewayWire wire, StripeAnswers answers) {
        this.account = account;
        this.wire = wire;
        this.answers = answers;
    }

    @Override
    public GatewayAnswer charge(GatewayCharge charge) throws IOException {
        Map<String, String> card = new LinkedHashMap<>();
        card.put("type", "card");
        card.put("card[number]", "{{card:number}}");
        card.put("card[exp_month]", "{{card:month}}");
        card.put("card[exp_year]", "{{card:year}}");
        if (wire.hasCode(charge.card())) {
            card.put("card[cvc]", "{{card:code}}");
        }
        StripeAnswers.Said method =
                send(
                        "gateway-card",
                        "/v1/payment_methods",
                        charge.key(),
                        "-card",
                        card,
                        charge.card());
        if (method.not() != null) {
            return method.not();
        }
        return confirmed(charge, method.json().path("id").asText());
    }

    private GatewayAnswer confirmed(GatewayCharge charge, String method) throws IOException {
        Map<String, String> intent = new LinkedHashMap<>();
        intent.put("amount", Long.toString(StripeAmounts.units(charge.amount())));
        intent.put("currency", StripeAmounts.code(charge.amount()));
        intent.put("payment_method", method);
        intent.put("payment_method_types[]", "card");
        intent.put("confirm", "true");
        intent.put("off_session", "true");
        intent.put("metadata[booking]", charge.booking());
        intent.put("metadata[act]", charge.key().toString());
        StripeAnswers.Said said =
                send("gateway-charge", "/v1/payment_intents", charge.key(), "", intent, null);
        return said.not() != null ? said.not() : judged(said.json(), false);
    }

    @Override
    public GatewayAnswer refund(GatewayRefund refund) throws IOException {
        Map<String, String> wish = new LinkedHashMap<>();
        wish.put("payment_intent", refund.charge());
        wish.put("amount", Long.toString(StripeAmounts.units(refund.amount())));
        wish.put("metadata[booking]", refund.booking());
        wish.put("metadata[act]", refund.key().toString());
        StripeAnswers.Said said =
                send("gateway-refund", "/v1/refunds", refund.key(), "", wish, null);
        return said.not() != null ? said.not() : judged(said.json(), true);
    }

    /** By the name of ours that each charge and refund bears; a search may be minutes behind. */
    @Override
    public Optional<GatewayAnswer> look(GatewayLook look) throws IOException {
        String path =
                look.charge() == null
                        ? "/v1/payment_intents/search?query="
                                + URLEncoder.encode("metadata['act']:'" + look.key() + "'", UTF_8)
                        : "/v1/refunds?limit=100&payment_intent="
                                + URLEncoder.encode(look.charge(), UTF_8);
        JsonNode found =
                answers.list(
                        wire.ask(
                                new GatewayWire.Get(
                                        "gateway-look",
                                        look.key(),
                                        account.url() + path,
                                        headers())));
        for (JsonNode each : found) {
            if (each.at("/metadata/act").asText().equals(look.key().toString())) {
                return Optional.of(judged(each, look.charge() != null));
            }
        }
        return Optional.empty();
    }

    /** A refund that is pending is on its way to the bank; what is processing may still fail. */
    private static GatewayAnswer judged(JsonNode object, boolean refund) {
        String status = object.path("status").asText();
        if (status.equals(SUCCEEDED) || refund && status.equals("pending")) {
            return GatewayAnswer.done(object.path("id").asText());
        }
        return GatewayAnswer.not(
                status.equals("processing") ? Outcome.UNKNOWN : Outcome.DECLINED, status, null);
    }

    private StripeAnswers.Said send(
            String name,
            String path,
            UUID key,
            String part,
            Map<String, String> form,
            @Nullable CardToken card)
            throws IOException {
        Map<String, String> headers = headers();
        headers.put("Idempotency-Key", key + part);
        return answers.read(
                wire.send(
                        new GatewayWire.Post(
                                name,
                                key,
                                account.url() + path,
                                ContentType.APPLICATION_FORM_URLENCODED,
                                headers,
                                written(form),
                                value -> URLEncoder.encode(value, UTF_8),
                                card)));
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + account.key());
        if (!account.version().isEmpty()) {
            headers.put("Stripe-Version", account.version());
        }
        return headers;
    }

    /** A place for a part of a card stays as it is until it is filled. */
    private static String written(Map<String, String> form) {
        return form.entrySet().stream()
                .map(
                        pair ->
                                URLEncoder.encode(pair.getKey(), UTF_8)
                                        + "="
                                        + (pair.getValue().startsWith("{{card:")
                                                ? pair.getValue()
                                                : URLEncoder.encode(pair.getValue(), UTF_8)))
                .collect(Collectors.joining("&"));
    }
}
