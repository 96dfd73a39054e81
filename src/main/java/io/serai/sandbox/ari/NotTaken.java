package io.serai.sandbox.ari;

/** One item cannot be taken, though the form of the request is right. */
final class NotTaken extends RuntimeException {

    private final String code;

    NotTaken(String code, String words) {
        super(words, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
