package io.serai.console.payments;

import org.springframework.http.HttpStatus;

/** What is answered to somebody who wanted money moved. */
record Said(HttpStatus status, String words) {

    static Said done(String words) {
        return new Said(HttpStatus.OK, words);
    }

    static Said not(HttpStatus status, String words) {
        return new Said(status, words);
    }

    boolean isDone() {
        return status.is2xxSuccessful();
    }
}
