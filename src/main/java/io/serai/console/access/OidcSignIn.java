package io.serai.console.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Signs users in whom an OpenID Connect provider knows: whoever it names must be a user here, and
 * enabled; what they may do is said here. The provider is asked for its addresses when the first of
 * them signs in, so that Serai starts without it.
 */
@Component
@EnableConfigurationProperties(OidcSettings.class)
class OidcSignIn {

    static final String PATH =
            OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI
                    + "/serai";

    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
    private static final String REFUSED = "/login?unknown";

    private final OidcSettings settings;
    private final Users users;
    private final SignIns signIns;

    OidcSignIn(OidcSettings settings, Users users, SignIns signIns) {
        this.settings = settings;
        this.users = users;
        this.signIns = signIns;
    }

    /** What the provider is called, where there is one. */
    String name() {
        return settings.isOn() ? settings.name() : "";
    }

    /** Has the pages let in whom the provider names, where there is one. */
    void open(HttpSecurity pages) throws Exception {
        if (settings.isOn()) {
            ClientRegistrationRepository client =
                    new SupplierClientRegistrationRepository(
                            () -> new InMemoryClientRegistrationRepository(registration()));
            pages.oauth2Login(login -> signIn(login, client));
        }
    }

    private void signIn(
            OAuth2LoginConfigurer<HttpSecurity> login, ClientRegistrationRepository client) {
        DefaultOAuth2AuthorizationRequestResolver asking =
                new DefaultOAuth2AuthorizationRequestResolver(
                        client,
                        OAuth2AuthorizationRequestRedirectFilter
                                .DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        asking.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        login.loginPage("/login")
                .clientRegistrationRepository(client)
                .authorizationEndpoint(asked -> asked.authorizationRequestResolver(asking))
                .userInfoEndpoint(told -> told.oidcUserService(this::known))
                .successHandler(new AsAUserHere())
                .failureHandler(this::refused);
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(Objects.requireNonNull(settings.issuer()))
                .registrationId("serai")
                .clientId(Objects.requireNonNull(settings.clientId(), "serai.oidc.client-id"))
                .clientSecret(
                        Objects.requireNonNull(settings.clientSecret(), "serai.oidc.client-secret"))
                .scope(settings.scopes())
                .build();
    }

    private OidcUser known(OidcUserRequest request) {
        OidcUser told = new OidcUserService().loadUser(request);
        user(told);
        return told;
    }

    /**
     * The user here whom the provider names.
     *
     * @throws OAuth2AuthenticationException where it names nobody, or nobody who may come in
     */
    private SignedIn user(OidcUser told) {
        String login = told.getClaimAsString(settings.loginClaim());
        if (login == null || login.isBlank()) {
            throw refusal("claim " + settings.loginClaim() + ": missing (expected: a login here)");
        }
        if (settings.loginClaim().equals("email")
                && !Boolean.TRUE.equals(told.getEmailVerified())) {
            throw refusal("email_verified: not said (expected: true, since email is the login)");
        }
        try {
            SignedIn user = users.signingIn(login);
            if (user.isEnabled()) {
                return user;
            }
        } catch (UsernameNotFoundException nobody) {
            throw refusal("no user of that login here (expected: one whom an admin added)");
        }
        throw refusal("the user is not enabled here");
    }

    private static OAuth2AuthenticationException refusal(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error("access_denied"), why);
    }

    private void refused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        signIns.refusedByProvider();
        LOG.warn("Let nobody in by OpenID Connect: {}", why.getMessage());
        response.sendRedirect(request.getContextPath() + REFUSED);
    }

    /** From here on it is the user of this table, as with a password. */
    private final class AsAUserHere extends SavedRequestAwareAuthenticationSuccessHandler {

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication by)
                throws ServletException, IOException {
            SignedIn user = user((OidcUser) by.getPrincipal());
            user.eraseCredentials();
            Authentication here =
                    UsernamePasswordAuthenticationToken.authenticated(
                            user, null, user.getAuthorities());
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(here);
            SecurityContextHolder.setContext(context);
            signIns.in(user, "by the provider");
            new HttpSessionSecurityContextRepository().saveContext(context, request, response);
            super.onAuthenticationSuccess(request, response, here);
        }
    }
}
