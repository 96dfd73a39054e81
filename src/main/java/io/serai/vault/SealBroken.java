package io.serai.vault;

/** Something sealed could not be opened: another key, another purpose, or changed bytes. */
public class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
