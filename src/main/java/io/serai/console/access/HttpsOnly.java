package io.serai.console.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses plain HTTP from elsewhere before anything of a call is read: pages, API, webhooks and
 * actuator alike. Whether a call is from this machine its socket says, both ends of it; what the
 * caller writes can only take that away: a proxy's headers do. Whoever calls by https is told to do
 * so from now on.
 */
final class HttpsOnly extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final HttpsSettings settings;
    private final ObjectMapper json;

    HttpsOnly(HttpsSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.isSecure()) {
            response.setHeader(
                    "Strict-Transport-Security", "max-age=" + settings.hsts().toSeconds());
        } else if (settings.required() && !isOfThisMachine(request) && !mayBePlain(request)) {
            refuse(response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** What a proxy on this machine forwards is from elsewhere, whether it is named or not. */
    private static boolean isOfThisMachine(HttpServletRequest request) {
        return isLoopback(request.getRemoteAddr())
                && isLoopback(request.getLocalAddr())
                && Collections.list(request.getHeaderNames()).stream()
                        .noneMatch(HttpsOnly::isForwarders);
    }

    private static boolean isForwarders(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.equals("forwarded") || name.startsWith("x-forwarded-");
    }

    private boolean mayBePlain(HttpServletRequest request) {
        return READING.contains(request.getMethod())
                && settings.plainPaths().contains(request.getRequestURI());
    }

    /** The address of a socket is no name: nothing is looked up. */
    private static boolean isLoopback(@Nullable String address) {
        try {
            return address != null
                    && !address.isEmpty()
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.FORBIDDEN,
                        "called by plain HTTP from another machine (expected: https, to Serai itself"
                                + " or to a proxy that serai.https.proxies names)");
        problem.setTitle("HTTPS only");
        json.writeValue(response.getOutputStream(), problem);
    }
}
