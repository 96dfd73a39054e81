package io.serai.channel;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A token (JWT) that the channel makes.
 *
 * @param audience whom it must be for
 * @param issuer who must have made it; null for anybody who has the key
 * @param keys where the channel shows its public keys (JWKS); null: signed with a secret
 * @param secrets the credentials of an account that may have signed
 * @param algorithms those that are taken
 */
public record WebhookJwt(
        String audience,
        @Nullable String issuer,
        @Nullable String keys,
        List<String> secrets,
        List<String> algorithms) {

    public WebhookJwt {
        secrets = List.copyOf(Objects.requireNonNullElse(secrets, WebhookRule.USUAL_SECRETS));
        algorithms =
                List.copyOf(
                        Objects.requireNonNullElse(
                                algorithms,
                                keys == null ? List.of("HS256") : List.of("RS256", "ES256")));
    }
}
