package io.serai.console.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Says as RFC 9457 has it why a program is not let in. */
final class Problems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    /** Whoever could not be looked up is not refused for that: the fault is ours, and passes. */
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof AuthenticationServiceException) {
            response.setHeader("Retry-After", "1");
            say(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "users cannot be looked up now; nothing was done (try again)");
            return;
        }
        response.setHeader("WWW-Authenticate", "Basic realm=\"Serai\", charset=\"UTF-8\"");
        say(
                response,
                HttpStatus.UNAUTHORIZED,
                "no valid login and password, nor a good key, were given (expected: those of a user,"
                        + " as HTTP Basic, or an API key as Bearer)");
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        say(response, HttpStatus.FORBIDDEN, "this user may not do this");
    }

    private void say(HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, detail));
    }
}
