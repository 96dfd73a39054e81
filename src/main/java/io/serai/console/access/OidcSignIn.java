package io.serai.console.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
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
 * enabled; what they may do is said here.
 */
@Component
class OidcSignIn {

    static final String PATH =
            OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI
                    + "/"
                    + OidcProvider.ID;

    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
    private static final String NOT_KNOWN = "not_known_here";

    private final OidcProvider provider;
    private final Users users;
    private final SignIns signIns;

    OidcSignIn(OidcProvider provider, Users users, SignIns signIns) {
        this.provider = provider;
        this.users = users;
        this.signIns = signIns;
    }

    /** Has the pages let in whom the provider names, where there is one. */
    void open(HttpSecurity pages) throws Exception {
        if (provider.isThere()) {
            pages.oauth2Login(this::signIn);
        }
    }

    private void signIn(OAuth2LoginConfigurer<HttpSecurity> login) {
        DefaultOAuth2AuthorizationRequestResolver asking =
                new DefaultOAuth2AuthorizationRequestResolver(
                        provider.client(),
                        OAuth2AuthorizationRequestRedirectFilter
                                .DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        asking.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        login.loginPage(SignInWay.SIGN_IN)
                .clientRegistrationRepository(provider.client())
                .authorizationEndpoint(asked -> asked.authorizationRequestResolver(asking))
                .userInfoEndpoint(told -> told.oidcUserService(this::known))
                .successHandler(new AsAUserHere())
                .failureHandler(this::refused)
                .withObjectPostProcessor(new AwayIsRefused());
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
        String login = told.getClaimAsString(provider.loginClaim());
        if (login == null || login.isBlank()) {
            throw refusal("claim " + provider.loginClaim() + ": missing (expected: a login here)");
        }
        if (provider.loginClaim().equals("email")
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
        return new OAuth2AuthenticationException(new OAuth2Error(NOT_KNOWN), why);
    }

    private void refused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        signIns.refusedByProvider();
        LOG.warn(
                "Let nobody in by OpenID Connect: {}",
                NestedExceptionUtils.getMostSpecificCause(why).getMessage());
        boolean isNotKnown =
                why instanceof OAuth2AuthenticationException told
                        && told.getError().getErrorCode().equals(NOT_KNOWN);
        response.sendRedirect(
                request.getContextPath()
                        + SignInWay.SIGN_IN
                        + (isNotKnown ? "?unknown" : "?unfinished"));
    }

    /** A provider whose addresses are not to be had lets nobody in, as one that refuses. */
    private final class AwayIsRefused
            implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

        @Override
        public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F asking) {
            asking.setAuthenticationFailureHandler(OidcSignIn.this::refused);
            return asking;
        }
    }

    /** From here on it is the user of this table, as with a password. */
    private final class AsAUserHere extends SavedRequestAwareAuthenticationSuccessHandler {

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication by)
                throws ServletException, IOException {
            OidcUser told = (OidcUser) by.getPrincipal();
            SignedIn user = user(told);
            user.eraseCredentials();
            UsernamePasswordAuthenticationToken here =
                    UsernamePasswordAuthenticationToken.authenticated(
                            user, null, user.getAuthorities());
            here.setDetails(told.getIdToken());
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(here);
            SecurityContextHolder.setContext(context);
            signIns.in(user, "by the provider");
            new HttpSessionSecurityContextRepository().saveContext(context, request, response);
            super.onAuthenticationSuccess(request, response, here);
        }
    }
}
