package io.serai.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers an address that leads nowhere: browsers with a page, programs with a problem. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class NoSuchPage {

    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    @Nullable ResponseEntity<ProblemDetail> nowhere(
            ErrorResponse missing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String wanted = request.getHeader(HttpHeaders.ACCEPT);
        if (wanted != null && wanted.contains(MediaType.TEXT_HTML_VALUE)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return null;
        }
        return ResponseEntity.of(missing.getBody()).build();
    }
}
