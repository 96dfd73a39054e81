package io.serai.reservation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reservation that a confirmation was not taken of, with the channel's code and words. */
record Unconfirmed(String number, String code, @Nullable String words) {

    /** All of one confirmation. */
    record All(List<Unconfirmed> unconfirmed) {}
}
