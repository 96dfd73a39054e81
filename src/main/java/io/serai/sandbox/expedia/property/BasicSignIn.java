package io.serai.sandbox.expedia.property;

import io.serai.sandbox.wire.Caller;
import io.serai.sandbox.wire.Gate;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * HTTP Basic with an account's user and password, as the JSON faces of the hotel's side take it.
 */
final class BasicSignIn implements Gate {

    private static final String BASIC = "Basic ";

    private final Accounts accounts;

    BasicSignIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<Caller> callerOf(String authorization) {
        return authorization.startsWith(BASIC)
                ? pair(authorization.substring(BASIC.length()).strip())
                : Optional.empty();
    }

    private Optional<Caller> pair(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            var colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : accounts.signedIn(pair.substring(0, colon), pair.substring(colon + 1))
                            .map(account -> Caller.named(account.name()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
