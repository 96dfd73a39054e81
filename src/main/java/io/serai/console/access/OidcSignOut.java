package io.serai.console.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Leads whoever signed out to the sign-in page, and whom the provider had let in from there to the
 * provider, so that the session there ends, too. Not at once: browsers let no form lead elsewhere.
 */
@Component
class OidcSignOut implements LogoutSuccessHandler {

    private static final String LEFT = SignInWay.SIGN_IN + "?left";
    private static final String THERE = OidcSignOut.class.getName();

    private final OidcClientInitiatedLogoutSuccessHandler leaving;

    OidcSignOut(OidcProvider provider) {
        leaving = new OidcClientInitiatedLogoutSuccessHandler(provider.client());
        leaving.setDefaultTargetUrl(LEFT);
        leaving.setPostLogoutRedirectUri("{baseUrl}" + LEFT);
        leaving.setRedirectStrategy(OidcSignOut::lead);
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException, ServletException {
        leaving.onLogoutSuccess(request, response, asLetIn(who));
    }

    /** Where the session at the provider is ended of whoever signed out just now; told once. */
    static Optional<String> there(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(THERE) instanceof String address)) {
            return Optional.empty();
        }
        session.removeAttribute(THERE);
        return Optional.of(address);
    }

    /** Who signed out, as the provider had named them, where it did. */
    private static @Nullable Authentication asLetIn(@Nullable Authentication who) {
        return who != null && who.getDetails() instanceof OidcIdToken token
                ? new OAuth2AuthenticationToken(
                        new DefaultOidcUser(List.of(), token), List.of(), OidcProvider.ID)
                : who;
    }

    private static void lead(HttpServletRequest request, HttpServletResponse response, String to)
            throws IOException {
        if (!to.equals(LEFT)) {
            request.getSession().setAttribute(THERE, to);
        }
        response.sendRedirect(request.getContextPath() + LEFT);
    }
}
