package io.serai.reservation;

import org.jspecify.annotations.Nullable;

/** Refuses what a message may not say, by the value met and the value expected. */
final class Require {

    private Require() {}

    static void text(String name, @Nullable String value) {
        that(value != null && !value.isBlank(), name, value, "a text");
    }

    static void that(boolean holds, String name, @Nullable Object met, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    name + ": '" + met + "' (expected: " + expected + ")");
        }
    }
}
