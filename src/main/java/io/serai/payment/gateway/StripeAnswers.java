package io.serai.payment.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.wire.Answer;
import io.serai.payment.gateway.GatewayAnswer.Outcome;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe's statuses and errors mean: after 5xx, and where a key came with something else
 * before, only the same key tells what became of it.
 */
final class StripeAnswers {

    /** A key that is refused, a call of the same key under way, one too many. */
    private static final Set<Integer> NOT_LOOKED_AT = Set.of(401, 403, 409, 429);

    private final ObjectMapper json;

    StripeAnswers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * An answer.
     *
     * @param not what it means where it is no object; null where it is
     */
    record Said(JsonNode json, @Nullable GatewayAnswer not) {}

    Said read(Answer answer) {
        JsonNode said = tree(answer);
        if (answer.successful() && said.hasNonNull("id")) {
            return new Said(said, null);
        }
        JsonNode error = said.path("error");
        String code = error.path("code").asText(error.path("type").asText("" + answer.status()));
        String decline = error.path("decline_code").asText("");
        return new Said(
                said,
                GatewayAnswer.not(
                        outcome(answer.status(), error.path("type").asText()),
                        decline.isEmpty() || decline.equals(code) ? code : code + "/" + decline,
                        error.hasNonNull("message") ? error.path("message").asText() : null));
    }

    /**
     * What a list or a search found.
     *
     * @throws IOException when it is no list
     */
    JsonNode list(Answer answer) throws IOException {
        JsonNode said = tree(answer);
        if (!answer.successful() || !said.path("data").isArray()) {
            throw new IOException("%d (expected: a list)".formatted(answer.status()));
        }
        return said.path("data");
    }

    private static Outcome outcome(int status, String type) {
        if (NOT_LOOKED_AT.contains(status)) {
            return Outcome.LATER;
        }
        if (type.equals("idempotency_error")) {
            return Outcome.UNKNOWN;
        }
        return status / 100 == 4 ? Outcome.DECLINED : Outcome.UNKNOWN;
    }

    private JsonNode tree(Answer answer) {
        try {
            JsonNode read = json.readTree(answer.body());
            return read == null ? json.createObjectNode() : read;
        } catch (IOException notJson) {
            return json.createObjectNode();
        }
    }
}
