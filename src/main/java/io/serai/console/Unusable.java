package io.serai.console;

/** Somebody entered what cannot be meant; the message says so to that person. */
final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unusable(String message) {
        super(message);
    }
}
