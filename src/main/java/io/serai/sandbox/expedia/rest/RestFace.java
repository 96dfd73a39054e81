package io.serai.sandbox.expedia.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.expedia.property.Account;
import io.serai.sandbox.expedia.property.Accounts;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Demands;
import io.serai.sandbox.wire.Dialect;
import io.serai.sandbox.wire.Face;
import io.serai.sandbox.wire.Handler;
import io.serai.sandbox.wire.Json;
import io.serai.sandbox.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;

/**
 * One address of a REST face: HTTP Basic, media types, the envelope of {@code entity} or {@code
 * errors}, and the headers that name a call.
 */
final class RestFace implements Handler {

    private static final String BASIC = "Basic ";
    private static final int TRANSIENT = 4000;

    private final Accounts accounts;
    private final MediaType type;
    private final boolean hasBody;
    private final Function<RestCall, RestAnswer> act;

    private RestFace(
            Accounts accounts,
            MediaType type,
            boolean hasBody,
            Function<RestCall, RestAnswer> act) {
        this.accounts = accounts;
        this.type = type;
        this.hasBody = hasBody;
        this.act = act;
    }

    /** An address that reads or removes. */
    static Face asking(
            Accounts accounts,
            String method,
            String path,
            MediaType type,
            Function<RestCall, RestAnswer> act) {
        return face(accounts, method, path, type, false, act);
    }

    /** An address that a body is sent to. */
    static Face telling(
            Accounts accounts,
            String method,
            String path,
            MediaType type,
            Function<RestCall, RestAnswer> act) {
        return face(accounts, method, path, type, true, act);
    }

    private static Face face(
            Accounts accounts,
            String method,
            String path,
            MediaType type,
            boolean hasBody,
            Function<RestCall, RestAnswer> act) {
        Dialect dialect =
                (refusal, ruid) ->
                        refused(new RestRefusal(refusal.status(), code(refusal), refusal.words()));
        return new Face(
                method, path, Demands.NONE, dialect, new RestFace(accounts, type, hasBody, act));
    }

    @Override
    public Answer answer(Call call) {
        Optional<Account> account = signedIn(call.headers());
        String request =
                Optional.ofNullable(call.headers().getFirst("Request-ID"))
                        .orElseGet(() -> UUID.randomUUID().toString());
        Answer answer =
                answer(call, account)
                        .with("Request-ID", request)
                        .with("Transaction-ID", UUID.randomUUID().toString());
        return account.map(it -> answer.by(it.name())).orElse(answer);
    }

    private Answer answer(Call call, Optional<Account> account) {
        try {
            Account caller = account.orElseThrow(() -> new RestRefusal(401, 1001, "Unauthorized"));
            type.check(call.headers(), hasBody);
            return written(
                    act.apply(new RestCall(caller, call.variables(), call.query(), body(call))));
        } catch (RestRefusal refusal) {
            return refused(refusal);
        }
    }

    private Optional<Account> signedIn(HttpHeaders headers) {
        String header = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            String login =
                    new String(
                            Base64.getDecoder().decode(header.substring(BASIC.length()).strip()),
                            StandardCharsets.UTF_8);
            int colon = login.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : accounts.signedIn(login.substring(0, colon), login.substring(colon + 1));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private JsonNode body(Call call) {
        if (!hasBody) {
            return MissingNode.getInstance();
        }
        try {
            return Json.read(call.body(), JsonNode.class);
        } catch (Refusal unreadable) {
            throw new RestRefusal(400, 2002, "The body is not JSON");
        }
    }

    private Answer written(RestAnswer answer) {
        Answer written =
                answer.entity() == null
                        ? Answer.of(answer.status(), type.type(), "")
                        : Answer.of(
                                answer.status(), type.type(), envelope("entity", answer.entity()));
        return answer.location() == null ? written : written.with("Location", answer.location());
    }

    private static Answer refused(RestRefusal refusal) {
        if (refusal.entity() != null) {
            return Answer.json(refusal.status(), envelope("entity", refusal.entity()));
        }
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("code", refusal.code()).put("message", String.valueOf(refusal.getMessage()));
        return Answer.json(
                refusal.status(),
                envelope("errors", JsonNodeFactory.instance.arrayNode().add(error)));
    }

    private static String envelope(String member, JsonNode value) {
        return Json.write(JsonNodeFactory.instance.objectNode().set(member, value));
    }

    private static int code(Refusal refusal) {
        return refusal.code().matches("[0-9]{4}") ? Integer.parseInt(refusal.code()) : TRANSIENT;
    }
}
