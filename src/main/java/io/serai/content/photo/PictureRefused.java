package io.serai.content.photo;

/** What was uploaded is no picture that can be taken: names what was met and what is expected. */
public final class PictureRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PictureRefused(String met, String expected) {
        super("picture: %s (expected: %s)".formatted(met, expected), null, false, false);
    }
}
