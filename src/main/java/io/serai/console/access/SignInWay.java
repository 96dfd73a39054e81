package io.serai.console.access;

import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.ExceptionMappingAuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;

/** The way to the sign-in page, and what becomes of who is not let in there. */
final class SignInWay {

    /** Where a login and a password are asked for. */
    static final String SIGN_IN = "/login";

    private SignInWay() {}

    static void form(FormLoginConfigurer<HttpSecurity> form) {
        ExceptionMappingAuthenticationFailureHandler refused =
                new ExceptionMappingAuthenticationFailureHandler();
        refused.setExceptionMappings(
                Map.of(
                        LockedException.class.getName(),
                        SIGN_IN + "?wait",
                        InternalAuthenticationServiceException.class.getName(),
                        SIGN_IN + "?away"));
        refused.setDefaultFailureUrl(SIGN_IN + "?wrong");
        form.loginPage(SIGN_IN).failureHandler(refused);
    }

    static AuthenticationEntryPoint toSignIn() {
        return new LoginUrlAuthenticationEntryPoint(SIGN_IN);
    }

    /** The page that was asked for before the sign-in, led to under the address it has. */
    static RequestCache asked() {
        HttpSessionRequestCache asked = new HttpSessionRequestCache();
        asked.setMatchingRequestParameterName(null);
        asked.setRequestMatcher(
                new AndRequestMatcher(
                        request -> request.getMethod().equals("GET"),
                        request -> request.getHeader("HX-Request") == null,
                        wantsAPage()));
        return asked;
    }

    /** A part of a page must not be replaced by the sign-in: the whole page goes there. */
    static AuthenticationEntryPoint fragmentsToSignIn() {
        return (request, response, why) -> {
            response.setHeader("HX-Redirect", request.getContextPath() + SIGN_IN);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        };
    }

    static MediaTypeRequestMatcher wantsAPage() {
        MediaTypeRequestMatcher html =
                new MediaTypeRequestMatcher(
                        new HeaderContentNegotiationStrategy(), MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return html;
    }
}
