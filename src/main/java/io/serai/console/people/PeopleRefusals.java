package io.serai.console.people;

import io.serai.console.access.AccessRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers what no form of these pages can show. */
@ControllerAdvice(basePackageClasses = PeopleRefusals.class)
class PeopleRefusals {

    /** What may not be, or is not there. */
    @ExceptionHandler
    void refused(AccessRefused refused, HttpServletResponse response) throws IOException {
        response.sendError(status(refused).value());
    }

    /** A role or a right that no form offers. */
    @ExceptionHandler
    void notOffered(IllegalArgumentException unknown, HttpServletResponse response)
            throws IOException {
        response.sendError(HttpStatus.UNPROCESSABLE_ENTITY.value());
    }

    static HttpStatus status(AccessRefused refused) {
        return switch (refused.why()) {
            case NOT_YOURS -> HttpStatus.FORBIDDEN;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case NOT_NOW -> HttpStatus.CONFLICT;
            case NOT_MEANT -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    }
}
