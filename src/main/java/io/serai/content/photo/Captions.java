package io.serai.content.photo;

import java.util.Optional;

/** What may stand below a photo. */
public final class Captions {

    private static final int LONGEST = 500;

    private Captions() {}

    /** What is expected instead of a text in a language; empty where it may stand there. */
    public static Optional<String> expected(String language, String text) {
        boolean good =
                language.matches("[a-z]{2}(-[A-Z]{2})?")
                        && !text.isBlank()
                        && text.length() <= LONGEST;
        return good
                ? Optional.empty()
                : Optional.of(
                        "texts by language, as en or pt-BR, of at most " + LONGEST + " characters");
    }
}
