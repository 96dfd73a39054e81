package io.serai.console.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in programs that show an API key as {@code Authorization: Bearer}. */
final class ApiKeyFilter extends OncePerRequestFilter {

    private static final String BEARER = "bearer ";

    private final BiFunction<HttpServletRequest, String, Optional<UsedKey>> keys;
    private final AuthenticationEntryPoint refused;

    /**
     * @param keys whose key a request shows; empty for one that is not, or no more, good
     */
    ApiKeyFilter(
            BiFunction<HttpServletRequest, String, Optional<UsedKey>> keys,
            AuthenticationEntryPoint refused) {
        this.keys = keys;
        this.refused = refused;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (shown == null || !shown.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            next.doFilter(request, response);
            return;
        }
        Optional<UsedKey> key = keys.apply(request, shown.substring(BEARER.length()).strip());
        if (key.isEmpty()) {
            refused.commence(
                    request,
                    response,
                    new BadCredentialsException("the key is not, or no more, good"));
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(key.get());
        SecurityContextHolder.setContext(context);
        next.doFilter(request, response);
    }
}
