package io.serai.console.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in by OpenID Connect.
 *
 * @param issuer the provider's issuer, as https://…; none: nobody signs in so
 * @param clientId what Serai is known as there
 * @param clientSecret what Serai shows there
 * @param scopes what is asked for
 * @param loginClaim the claim that is the login of a user here; of {@code email} the provider must
 *     say that it was verified
 * @param name what the provider is called on the sign-in page
 */
@ConfigurationProperties("serai.oidc")
record OidcSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue({"openid", "email"}) List<String> scopes,
        @DefaultValue("email") String loginClaim,
        @DefaultValue("single sign-on") String name) {

    /**
     * Asks for an identity.
     *
     * @throws IllegalArgumentException where {@code openid} is not asked for: the provider would
     *     then say what somebody may do there, and not who they are
     */
    OidcSettings {
        if (issuer != null && !issuer.isBlank() && !scopes.contains("openid")) {
            throw new IllegalArgumentException(
                    "serai.oidc.scopes: " + scopes + " (expected: openid among them)");
        }
    }

    /** Whether users may sign in so. */
    boolean isOn() {
        return issuer != null && !issuer.isBlank();
    }

    @Override
    public String toString() {
        return isOn() ? "issuer " + issuer + ", client " + clientId : "none";
    }
}
