package io.serai.console.access;

import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * The OpenID Connect provider that says who somebody is, where there is one. It is asked for its
 * addresses when the first of them signs in, so that Serai starts without it.
 */
@Component
@EnableConfigurationProperties(OidcSettings.class)
class OidcProvider {

    /** What the provider is called in addresses. */
    static final String ID = "serai";

    private final OidcSettings settings;
    private final ClientRegistrationRepository client =
            new SupplierClientRegistrationRepository(
                    () -> new InMemoryClientRegistrationRepository(registration()));

    OidcProvider(OidcSettings settings) {
        this.settings = settings;
    }

    /** Whether there is one. */
    boolean isThere() {
        return settings.isOn();
    }

    /** What it is called, where there is one. */
    String name() {
        return settings.isOn() ? settings.name() : "";
    }

    /** The claim that is the login of a user here. */
    String loginClaim() {
        return settings.loginClaim();
    }

    /** What Serai is there, and the provider's addresses. */
    ClientRegistrationRepository client() {
        return client;
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(Objects.requireNonNull(settings.issuer()))
                .registrationId(ID)
                .clientId(Objects.requireNonNull(settings.clientId(), "serai.oidc.client-id"))
                .clientSecret(
                        Objects.requireNonNull(settings.clientSecret(), "serai.oidc.client-secret"))
                .scope(settings.scopes())
                .build();
    }
}
