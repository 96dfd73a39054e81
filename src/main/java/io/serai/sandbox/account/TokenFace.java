package io.serai.sandbox.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Handler;
import io.serai.sandbox.wire.Json;
import io.serai.sandbox.wire.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Exchanges a machine account's id and secret for a token. */
final class TokenFace implements Handler {

    private final Accounts accounts;
    private final Exchanges exchanges;
    private final Tokens tokens;
    private final TransactionTemplate transaction;

    TokenFace(
            Accounts accounts,
            Exchanges exchanges,
            Tokens tokens,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.exchanges = exchanges;
        this.tokens = tokens;
        this.transaction = transaction;
    }

    record Login(
            @JsonProperty("client_id") @Nullable String clientId,
            @JsonProperty("client_secret") @Nullable String clientSecret) {}

    @Override
    public Answer answer(Call call) {
        var login = Json.read(call.body(), Login.class);
        var id = login.clientId();
        var secret = login.clientSecret();
        if (id == null || secret == null) {
            throw new Refusal(400, "321", "client_id and client_secret are required");
        }
        transaction.executeWithoutResult(status -> exchange(id, secret));
        return Answer.json(200, Json.write(Map.of("jwt", tokens.sign(id), "ruid", call.ruid())));
    }

    private void exchange(String id, String secret) {
        if (!accounts.lockIfSecretFits(id, secret)) {
            throw new Refusal(401, "497", "Wrong credentials");
        }
        if (!exchanges.countOne(id)) {
            throw new Refusal(429, "450", "Too many tokens within an hour");
        }
    }
}
