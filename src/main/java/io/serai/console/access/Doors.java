package io.serai.console.access;

import static org.springframework.security.config.Customizer.withDefaults;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.ExceptionMappingAuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.util.UrlPathHelper;

/** What each kind of address asks of whoever calls it. */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final UrlPathHelper PATHS = UrlPathHelper.defaultInstance;

    private static final String SIGN_IN = "/login";

    /** Nothing runs or is loaded but what Serai itself serves in files. */
    private static final String OWN_FILES =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    /** An answer to a program is no page. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** The route console writes scripts and styles into its page, and compiles some. */
    private static final String ROUTE_CONSOLE =
            "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self'"
                    + " 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src"
                    + " 'self' blob:; object-src 'none'; form-action 'self'; frame-ancestors 'self'";

    /** Programs: a key, or a login and a password, with each request; no session. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ObjectMapper json, ApiKeys keys) throws Exception {
        Problems problems = new Problems(json);
        return http.securityMatcher(under("/api"))
                .addFilterBefore(new ApiKeyFilter(keys, problems), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(
                        allow ->
                                allow.dispatcherTypeMatchers(
                                                DispatcherType.ERROR, DispatcherType.ASYNC)
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        refuse ->
                                refuse.authenticationEntryPoint(problems)
                                        .accessDeniedHandler(problems))
                .headers(
                        headers -> {
                            headers.contentSecurityPolicy(
                                    policy -> policy.policyDirectives(NOTHING));
                            closed(headers);
                        })
                .build();
    }

    /** Channels: whoever receives a hook verifies it. */
    @Bean
    @Order(2)
    SecurityFilterChain hooks(HttpSecurity http) throws Exception {
        return http.securityMatcher(under("/webhooks"))
                .authorizeHttpRequests(allow -> allow.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Who watches Serai, and who works on its routes. */
    @Bean
    @Order(3)
    SecurityFilterChain actuator(HttpSecurity http, Users users, ApiKeys keys) throws Exception {
        BasicAuthenticationEntryPoint basic = new BasicAuthenticationEntryPoint();
        basic.setRealmName("Serai");
        return http.securityMatcher(under("/actuator"))
                .addFilterBefore(new ApiKeyFilter(keys, basic), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(
                        allow ->
                                allow.dispatcherTypeMatchers(
                                                DispatcherType.ERROR, DispatcherType.ASYNC)
                                        .permitAll()
                                        .requestMatchers(under("/actuator/health"))
                                        .permitAll()
                                        .requestMatchers(
                                                under("/actuator/prometheus"),
                                                under("/actuator/info"))
                                        .access((who, request) -> engineer(users, who.get(), true))
                                        .anyRequest()
                                        .access(
                                                (who, request) ->
                                                        engineer(users, who.get(), false)))
                .csrf(
                        csrf -> {
                            forScripts(csrf);
                            csrf.ignoringRequestMatchers(under("/actuator/jolokia"));
                        })
                .httpBasic(withDefaults())
                .formLogin(Doors::signIn)
                .exceptionHandling(
                        refuse ->
                                refuse.defaultAuthenticationEntryPointFor(toSignIn(), wantsAPage())
                                        .defaultAuthenticationEntryPointFor(basic, request -> true))
                .headers(
                        headers -> {
                            headers.contentSecurityPolicy(
                                            policy -> policy.policyDirectives(ROUTE_CONSOLE))
                                    .frameOptions(frame -> frame.sameOrigin());
                            closed(headers);
                        })
                .build();
    }

    /** The pages. */
    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http, OidcSignIn oidc) throws Exception {
        oidc.open(http);
        return http.authorizeHttpRequests(
                        allow ->
                                allow.dispatcherTypeMatchers(
                                                DispatcherType.ERROR,
                                                DispatcherType.ASYNC,
                                                DispatcherType.FORWARD)
                                        .permitAll()
                                        .requestMatchers(
                                                SIGN_IN, "/console/**", "/webjars/**", "/error")
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .csrf(Doors::forScripts)
                .formLogin(Doors::signIn)
                .logout(leave -> leave.logoutSuccessUrl(SIGN_IN + "?left"))
                .exceptionHandling(
                        refuse ->
                                refuse.defaultAuthenticationEntryPointFor(
                                                fragmentsToSignIn(),
                                                new RequestHeaderRequestMatcher("HX-Request"))
                                        .defaultAuthenticationEntryPointFor(
                                                toSignIn(), request -> true))
                .headers(
                        headers -> {
                            headers.contentSecurityPolicy(
                                    policy -> policy.policyDirectives(OWN_FILES));
                            closed(headers);
                        })
                .build();
    }

    /** Whether somebody works on the routes of all hotels now; programs are there to watch only. */
    private static AuthorizationDecision engineer(
            Users users, Authentication who, boolean watching) {
        if (who instanceof UsedKey key) {
            return new AuthorizationDecision(
                    watching && key.grants().mayEverywhere(Right.ENGINEER));
        }
        return new AuthorizationDecision(
                who.getPrincipal() instanceof SignedIn user
                        && users.grants(user).mayEverywhere(Right.ENGINEER));
    }

    private static void signIn(FormLoginConfigurer<HttpSecurity> form) {
        ExceptionMappingAuthenticationFailureHandler refused =
                new ExceptionMappingAuthenticationFailureHandler();
        refused.setExceptionMappings(Map.of(LockedException.class.getName(), SIGN_IN + "?wait"));
        refused.setDefaultFailureUrl(SIGN_IN + "?wrong");
        form.loginPage(SIGN_IN).failureHandler(refused);
    }

    /** Other sites learn no address, share no window, and no page asks for devices. */
    private static void closed(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(
                        policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy ->
                                policy.policy(
                                        "camera=(), microphone=(), geolocation=(), payment=()"));
    }

    /** The token is readable by our own script, as the route console expects it. */
    private static void forScripts(CsrfConfigurer<HttpSecurity> csrf) {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        csrf.csrfTokenRepository(tokens)
                .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler());
    }

    /**
     * An address and all below it, whichever servlet answers there. A pattern would not do: it is
     * matched without the servlet's own prefix, and the one of JMX has such a prefix.
     */
    private static RequestMatcher under(String path) {
        return request -> {
            String asked = PATHS.getPathWithinApplication(request);
            return asked.equals(path) || asked.startsWith(path + "/");
        };
    }

    private static AuthenticationEntryPoint toSignIn() {
        return new LoginUrlAuthenticationEntryPoint(SIGN_IN);
    }

    /** A part of a page must not be replaced by the sign-in: the whole page goes there. */
    private static AuthenticationEntryPoint fragmentsToSignIn() {
        return (request, response, why) -> {
            response.setHeader("HX-Redirect", request.getContextPath() + SIGN_IN);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        };
    }

    private static MediaTypeRequestMatcher wantsAPage() {
        MediaTypeRequestMatcher html =
                new MediaTypeRequestMatcher(
                        new HeaderContentNegotiationStrategy(), MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return html;
    }
}
