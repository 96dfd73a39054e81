package io.serai.channel.webhook;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads all calls of webhooks to the address of the one route that answers them, before anything
 * looks which route is meant: Spring compares an address with those of all routes, several times a
 * call, unless a route has the very same one.
 */
final class OneAddress extends OncePerRequestFilter {

    /**
     * The route's address: also one that a route on {@code /webhooks/{folder}} answers, as routes
     * of the version before had it. No call comes to it from outside, for the door knows no such
     * webhook.
     */
    static final String ROUTE = "/webhooks/kept";

    private static final String ASKED = OneAddress.class.getName();
    private static final Pattern PLAIN =
            Pattern.compile("/webhooks(?:/(?!token$)[A-Za-z0-9_-]++){1,2}");

    /** The address that was called. */
    static String asked(HttpServletRequest request) {
        return Objects.requireNonNullElseGet(
                (String) request.getAttribute(ASKED), request::getRequestURI);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String asked = request.getRequestURI();
        if (PLAIN.matcher(asked).matches()) {
            request.setAttribute(ASKED, asked);
            chain.doFilter(new Led(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A call at that address. */
    private static final class Led extends HttpServletRequestWrapper {

        Led(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return ROUTE;
        }

        @Override
        public String getServletPath() {
            return ROUTE;
        }
    }
}
