package io.serai.delivery;

import org.jspecify.annotations.Nullable;

/** A channel did not do what a hotel asked of it, or it is not known whether it did. */
class NotDone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDone(String what, String state, @Nullable String words) {
        super(what + " " + state + (words == null || words.isEmpty() ? "" : ": " + words));
    }
}
