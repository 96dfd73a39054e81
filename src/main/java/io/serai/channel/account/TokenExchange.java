package io.serai.channel.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.serai.channel.SignIn;
import io.serai.channel.wire.Answer;
import io.serai.channel.wire.Call;
import io.serai.channel.wire.CallLog;
import io.serai.channel.wire.Correlation;
import io.serai.channel.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.jspecify.annotations.Nullable;

/** Exchanges credentials for a token, once, and says what came of it. */
final class TokenExchange {

    private static final JsonMapper JSON = new JsonMapper();

    private final Wire wire;
    private final CallLog log;
    private final Clock clock;

    TokenExchange(Wire wire, CallLog log, Clock clock) {
        this.wire = wire;
        this.log = log;
        this.clock = clock;
    }

    /** What came of an exchange. */
    sealed interface Result {

        /** Why there is no token; empty when there is one. */
        String reason();

        /** A token, and when it ends. */
        record Exchanged(String token, Instant expires) implements Result {

            @Override
            public String reason() {
                return "";
            }

            @Override
            public String toString() {
                return "Exchanged until " + expires;
            }
        }

        /** The channel does not take the credentials. */
        record Denied(String reason) implements Result {}

        /** It may pass later. */
        record Failed(String reason) implements Result {}
    }

    /** Makes the exchange; {@code account} is for the record of the call. */
    Result exchange(
            long account, SignIn signIn, Map<String, String> credentials, Duration deadline) {
        Instant at = clock.instant();
        try {
            HttpPost post = TokenRequest.of(signIn, credentials);
            long size = post.getEntity().getContentLength();
            Answer answer = wire.call(post, deadline);
            Result result = judge(signIn, answer);
            record(account, at, signIn, size, answer, result);
            return result;
        } catch (IllegalArgumentException missing) {
            return new Result.Denied("token exchange: " + missing.getMessage());
        } catch (IOException failed) {
            Result result = new Result.Failed("token exchange: " + failed.getMessage());
            record(account, at, signIn, 0, null, result);
            return result;
        }
    }

    private void record(
            long account,
            Instant at,
            SignIn signIn,
            long size,
            @Nullable Answer answer,
            Result result) {
        log.record(
                new Call(
                        at,
                        Call.Kind.CALL,
                        Correlation.who(),
                        Correlation.current(),
                        new Call.About(account, null, null, null),
                        "token-exchange",
                        "POST",
                        URI.create(String.valueOf(signIn.url())).getPath(),
                        answer == null ? null : answer.status(),
                        result.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                        null,
                        size,
                        answer == null ? 0L : answer.body().length,
                        Duration.between(at, clock.instant())));
    }

    private Result judge(SignIn signIn, Answer answer) {
        return switch (answer.status()) {
            case 400, 401, 403 ->
                    new Result.Denied(
                            "token exchange: "
                                    + answer.status()
                                    + " (expected: credentials that the channel takes)");
            default -> answer.successful() ? token(signIn, answer) : failed(answer);
        };
    }

    private static Result failed(Answer answer) {
        return new Result.Failed("token exchange: " + answer.status() + " (expected: 200)");
    }

    private Result token(SignIn signIn, Answer answer) {
        try {
            JsonNode said = JSON.readTree(answer.body());
            String token = said.at(signIn.token()).asText();
            Instant expires = token.isEmpty() ? null : expires(signIn, said, token);
            return expires == null
                    ? new Result.Failed(
                            "token exchange: no token at "
                                    + signIn.token()
                                    + ", or nothing that says when it ends")
                    : new Result.Exchanged(token, expires);
        } catch (IOException unreadable) {
            return new Result.Failed("token exchange: an answer that is no JSON");
        }
    }

    private @Nullable Instant expires(SignIn signIn, JsonNode said, String token)
            throws IOException {
        if (signIn.ttl() != null) {
            return clock.instant().plus(signIn.ttl());
        }
        if (signIn.ttlAt() != null) {
            long seconds = said.at(signIn.ttlAt()).asLong(0);
            return seconds > 0 ? clock.instant().plusSeconds(seconds) : null;
        }
        String[] parts = token.split("\\.");
        if (parts.length != 3) {
            return null;
        }
        try {
            JsonNode claims =
                    JSON.readTree(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
            return claims.path("exp").isNumber() ? end(claims) : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /**
     * Where the token says when it was made, it lasts from now as long as it says: if our clock or
     * the channel's is wrong, a new token would else seem to be an old one at once.
     */
    private Instant end(JsonNode claims) {
        long end = claims.get("exp").asLong();
        return claims.path("iat").isNumber()
                ? clock.instant().plusSeconds(end - claims.get("iat").asLong())
                : Instant.ofEpochSecond(end);
    }
}
