package io.serai.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was asked for is not there, or not for this user. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotHere extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Says so.
     *
     * @param what with its id, as {@code booking 7}
     */
    public NotHere(String what) {
        super(what + " (expected: one of a hotel of this user)");
    }
}
