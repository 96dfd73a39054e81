package io.serai.sandbox.expedia.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.sandbox.expedia.property.Account;
import io.serai.sandbox.expedia.property.Accounts;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Handler;
import io.serai.sandbox.wire.Json;
import io.serai.sandbox.wire.Refusal;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** OAuth 2, client credentials alone: user and password of a Basic header for a bearer token. */
final class OAuthFace implements Handler {

    private static final String BASIC = "Basic ";

    private final Accounts accounts;
    private final GraphTokens tokens;

    OAuthFace(Accounts accounts, GraphTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Override
    public Answer answer(Call call) {
        var type = call.headers().getContentType();
        if (type == null || !type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED)) {
            throw new Refusal(400, "invalid_request", "expected a form");
        }
        if (!call.text().equals("grant_type=client_credentials")) {
            throw new Refusal(
                    400, "unsupported_grant_type", "expected grant_type=client_credentials");
        }
        var account =
                account(call.headers().getFirst(HttpHeaders.AUTHORIZATION))
                        .orElseThrow(
                                () -> new Refusal(401, "invalid_client", "wrong id or secret"));
        return Answer.json(
                200,
                Json.write(
                        Map.of(
                                "access_token",
                                tokens.issue(account),
                                "token_type",
                                "bearer",
                                "expires_in",
                                tokens.lifetime().toSeconds())));
    }

    private Optional<Account> account(@Nullable String header) {
        if (header == null || !header.startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            var pair =
                    new String(
                            Base64.getDecoder().decode(header.substring(BASIC.length()).strip()),
                            UTF_8);
            var colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : accounts.ofClient(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
