package io.serai.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has whoever calls while route files are still loaded come again (503), who would else find
 * nothing (404) and may take that for the last word.
 */
final class NotYet extends OncePerRequestFilter {

    private static final String SECONDS = "5";

    private static final String WORDS =
            """
            {"type":"about:blank","title":"Service Unavailable","status":503,"detail":"Serai is not ready yet (expected: a call after it started)"}""";

    private final FlowFiles files;

    NotYet(FlowFiles files) {
        this.files = files;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (files.firstLoadIsOver()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(WORDS.getBytes(UTF_8));
    }
}
