package io.serai.console;

/**
 * Somebody entered what cannot be taken; the message says why to that person, in a sentence, also
 * where it is given in the words of programs.
 */
public final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    /** It cannot be meant. */
    public Unusable(String message) {
        this(422, message);
    }

    private Unusable(int status, String message) {
        super(Refusal.of(message).words());
        this.status = status;
    }

    /** Somebody else was faster. */
    public static Unusable overtaken(String message) {
        return new Unusable(409, message);
    }

    /** Whether somebody else was faster. */
    public boolean overtaken() {
        return status == 409;
    }

    /** The HTTP status that says the same. */
    public int status() {
        return status;
    }
}
