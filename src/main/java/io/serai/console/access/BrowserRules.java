package io.serai.console.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What browsers may load, pass on and send of what Serai shows. */
final class BrowserRules {

    /** Nothing runs or is loaded but what Serai itself serves in files. */
    static final String OWN_FILES =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    /** An answer to a program is no page. */
    static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** The route console writes scripts and styles into its page, and compiles some. */
    static final String ROUTE_CONSOLE =
            "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self'"
                    + " 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src"
                    + " 'self' blob:; object-src 'none'; form-action 'self'; frame-ancestors 'self'";

    private BrowserRules() {}

    /** Other sites learn no address, share no window, and no page asks for devices. */
    static void closed(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(
                        policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy ->
                                policy.policy(
                                        "camera=(), microphone=(), geolocation=(), payment=()"));
    }

    /**
     * The token is readable by our own script, as the route console expects it. It is made before a
     * page is written: a long one would have left without its cookie.
     */
    static void forScripts(CsrfConfigurer<HttpSecurity> csrf) {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        CsrfTokenRequestAttributeHandler atOnce = new CsrfTokenRequestAttributeHandler();
        atOnce.setCsrfRequestAttributeName(null);
        csrf.csrfTokenRepository(tokens).csrfTokenRequestHandler(atOnce);
    }
}
