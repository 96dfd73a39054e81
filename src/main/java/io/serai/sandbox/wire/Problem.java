package io.serai.sandbox.wire;

import org.jspecify.annotations.Nullable;

/**
 * Why one item was refused, or what the channel warns of.
 *
 * @param record the LocatorID of the message it belongs to
 */
public record Problem(String code, String words, @Nullable String record) {

    /** The code of an update that the account may not make. */
    public static final String NOT_AUTHORISED = "NOT_AUTHORISED";

    static Problem of(Refusal refusal) {
        return new Problem(refusal.code(), refusal.words(), null);
    }

    String sentence() {
        return code.isEmpty() ? words : code + ": " + words;
    }
}
