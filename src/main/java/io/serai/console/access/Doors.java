package io.serai.console.access;

import static org.springframework.security.config.Customizer.withDefaults;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.UrlPathHelper;

/** What each kind of address asks of whoever calls it. */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final UrlPathHelper PATHS = UrlPathHelper.defaultInstance;
    private static final RequestMatcher METRICS = under("/actuator/prometheus");

    /** Programs: a key, or a login and a password, with each request; no session. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ObjectMapper json, KeyProofs keys) throws Exception {
        Problems problems = new Problems(json);
        return http.securityMatcher(under("/api"))
                .addFilterBefore(
                        new ApiKeyFilter((request, shown) -> keys.used(shown), problems),
                        BasicAuthenticationFilter.class)
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
                                    policy -> policy.policyDirectives(BrowserRules.NOTHING));
                            BrowserRules.closed(headers);
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
    SecurityFilterChain actuator(
            HttpSecurity http, Users users, KeyProofs keys, MetricsKeys metrics) throws Exception {
        BasicAuthenticationEntryPoint basic = new BasicAuthenticationEntryPoint();
        basic.setRealmName("Serai");
        return http.securityMatcher(under("/actuator"))
                .addFilterBefore(
                        new ApiKeyFilter(
                                (request, shown) ->
                                        METRICS.matches(request)
                                                ? metrics.used(shown)
                                                : keys.used(shown),
                                basic),
                        BasicAuthenticationFilter.class)
                .authorizeHttpRequests(
                        allow ->
                                allow.dispatcherTypeMatchers(
                                                DispatcherType.ERROR, DispatcherType.ASYNC)
                                        .permitAll()
                                        .requestMatchers(under("/actuator/health"))
                                        .permitAll()
                                        .requestMatchers(METRICS, under("/actuator/info"))
                                        .access((who, request) -> engineer(users, who.get(), true))
                                        .anyRequest()
                                        .access(
                                                (who, request) ->
                                                        engineer(users, who.get(), false)))
                .csrf(
                        csrf -> {
                            BrowserRules.forScripts(csrf);
                            csrf.ignoringRequestMatchers(under("/actuator/jolokia"));
                        })
                .httpBasic(withDefaults())
                .formLogin(SignInWay::form)
                .requestCache(asked -> asked.requestCache(SignInWay.asked()))
                .exceptionHandling(
                        refuse ->
                                refuse.defaultAuthenticationEntryPointFor(
                                                SignInWay.toSignIn(), SignInWay.wantsAPage())
                                        .defaultAuthenticationEntryPointFor(basic, request -> true))
                .headers(
                        headers -> {
                            headers.contentSecurityPolicy(
                                            policy ->
                                                    policy.policyDirectives(
                                                            BrowserRules.ROUTE_CONSOLE))
                                    .frameOptions(frame -> frame.sameOrigin());
                            BrowserRules.closed(headers);
                        })
                .build();
    }

    /** The pages. */
    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http, OidcSignIn oidc, OidcSignOut leaving)
            throws Exception {
        oidc.open(http);
        return http.authorizeHttpRequests(
                        allow ->
                                allow.dispatcherTypeMatchers(
                                                DispatcherType.ERROR,
                                                DispatcherType.ASYNC,
                                                DispatcherType.FORWARD)
                                        .permitAll()
                                        .requestMatchers(
                                                SignInWay.SIGN_IN,
                                                "/console/**",
                                                "/webjars/**",
                                                "/error")
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .csrf(BrowserRules::forScripts)
                .formLogin(SignInWay::form)
                .logout(leave -> leave.logoutSuccessHandler(leaving))
                .requestCache(asked -> asked.requestCache(SignInWay.asked()))
                .exceptionHandling(
                        refuse ->
                                refuse.defaultAuthenticationEntryPointFor(
                                                SignInWay.fragmentsToSignIn(),
                                                new RequestHeaderRequestMatcher("HX-Request"))
                                        .defaultAuthenticationEntryPointFor(
                                                SignInWay.toSignIn(), request -> true))
                .headers(
                        headers -> {
                            headers.contentSecurityPolicy(
                                    policy -> policy.policyDirectives(BrowserRules.OWN_FILES));
                            BrowserRules.closed(headers);
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
                        && users.isStill(user)
                        && users.grants(user).mayEverywhere(Right.ENGINEER));
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
}
