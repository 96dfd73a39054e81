package io.serai.sandbox.expedia.graph;

import java.io.Serial;

/** What the channel will not do, told as an entry of {@code errors} in an answer of status 200. */
final class Refused extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code as {@code extensions.code}
     * @param words for people
     */
    Refused(String code, String words) {
        super(words, null, false, false);
        this.code = code;
    }

    static Refused input(String words) {
        return new Refused("BAD_USER_INPUT", words);
    }

    static Refused notFound(String words) {
        return new Refused("NOT_FOUND", words);
    }

    String code() {
        return code;
    }
}
