package io.serai.console.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Answers requests that no filter chain may see: programs with a problem, browsers with a page. */
@Component
class UnreadableRequests implements RequestRejectedHandler {

    private static final String OTHERWISE =
            "request: a method, host, header or parameter that cannot be taken (expected: a method of"
                    + " the contract, and no control characters)";

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
            throws IOException {
        String path = request.getRequestURI();
        if (Unreadable.wantsAPage(path, request.getHeader(HttpHeaders.ACCEPT))) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        Unreadable.HEADERS.forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(
                        Unreadable.problem(
                                HttpStatus.BAD_REQUEST,
                                Objects.requireNonNullElse(Unreadable.ofPath(path), OTHERWISE)));
    }
}
