package io.serai.payment.gateway;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.wire.Answer;
import io.serai.payment.gateway.GatewayAnswer.Outcome;
import io.serai.vault.CardToken;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/** The gateway of the sandbox: JSON, amounts in minor units. */
final class SandboxGateway implements Gateway {

    /** A key that is refused, one call too many. */
    private static final Set<Integer> NOT_LOOKED_AT = Set.of(401, 403, 429);

    private static final int OTHER_UNDER_KEY = 409;
    private static final int NONE = 404;

    private final GatewaySettings.Account account;
    private final GatewayWire wire;
    private final ObjectMapper json;

    SandboxGateway(GatewaySettings.Account account, GatewayWire wire, ObjectMapper json) {
        this.account = account;
        this.wire = wire;
        this.json = json;
    }

    @Override
    public GatewayAnswer charge(GatewayCharge charge) throws IOException {
        ObjectNode body = body(charge.amount(), charge.booking());
        body.put("currency", charge.amount().currency().getCurrencyCode());
        ObjectNode card = body.putObject("card");
        for (String part : new String[] {"number", "month", "year", "code", "holder"}) {
            card.put(part, "{{card:" + part + "}}");
        }
        return send("gateway-charge", "/charges", charge.key(), body, charge.card());
    }

    @Override
    public GatewayAnswer refund(GatewayRefund refund) throws IOException {
        ObjectNode body = body(refund.amount(), refund.booking()).put("charge", refund.charge());
        return send("gateway-refund", "/refunds", refund.key(), body, null);
    }

    @Override
    public Optional<GatewayAnswer> look(GatewayLook look) throws IOException {
        Answer answer =
                wire.ask(
                        new GatewayWire.Get(
                                "gateway-look",
                                look.key(),
                                account.url() + "/acts/" + look.key(),
                                Map.of("Authorization", "Bearer " + account.key())));
        JsonNode said = read(answer);
        if (answer.status() == NONE) {
            return Optional.empty();
        }
        if (!answer.successful() || !said.hasNonNull("id")) {
            throw new IOException(
                    "gateway-look: %d (expected: what was done, or 404)"
                            .formatted(answer.status()));
        }
        return Optional.of(
                said.path("status").asText().equals("done")
                        ? GatewayAnswer.done(said.path("id").asText())
                        : GatewayAnswer.not(
                                Outcome.DECLINED, said.path("code").asText(null), null));
    }

    private ObjectNode body(GatewayAmount amount, String booking) {
        return json.createObjectNode().put("amount", amount.minor()).put("booking", booking);
    }

    private GatewayAnswer send(
            String name, String path, UUID key, ObjectNode body, @Nullable CardToken card)
            throws IOException {
        Answer answer =
                wire.send(
                        new GatewayWire.Post(
                                name,
                                key,
                                account.url() + path,
                                ContentType.APPLICATION_JSON,
                                Map.of(
                                        "Authorization",
                                        "Bearer " + account.key(),
                                        "Idempotency-Key",
                                        key.toString()),
                                body.toString(),
                                value ->
                                        new String(
                                                JsonStringEncoder.getInstance()
                                                        .quoteAsString(value)),
                                card));
        String status = Integer.toString(answer.status());
        JsonNode said = read(answer);
        if (answer.successful() && said.hasNonNull("id")) {
            return GatewayAnswer.done(said.path("id").asText());
        }
        return GatewayAnswer.not(outcome(answer.status()), said.path("code").asText(status), null);
    }

    private static Outcome outcome(int status) {
        if (NOT_LOOKED_AT.contains(status)) {
            return Outcome.LATER;
        }
        return status / 100 == 4 && status != OTHER_UNDER_KEY ? Outcome.DECLINED : Outcome.UNKNOWN;
    }

    private JsonNode read(Answer answer) {
        try {
            JsonNode read = json.readTree(answer.body());
            return read == null ? json.createObjectNode() : read;
        } catch (IOException notJson) {
            return json.createObjectNode();
        }
    }
}
