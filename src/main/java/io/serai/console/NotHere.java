package io.serai.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was asked for is not there, or not for this user. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NotHere extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotHere(String what) {
        super(what + " (expected: one of a hotel of this user)");
    }
}
