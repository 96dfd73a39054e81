package io.serai.hotel.night;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a field of a night is, or is to become. */
public sealed interface NightValue {

    /** There is none: no restriction, no price. */
    NightValue NONE = new None();

    /** The absence of a value. */
    record None() implements NightValue {}

    /** A number of rooms or nights; yes is 1, no is 0. */
    record Count(int number) implements NightValue {}

    /**
     * Prices as a night keeps them.
     *
     * @param minor minor units of the hotel's currency; null where it is not sold so
     */
    record Prices(List<@Nullable Long> minor) implements NightValue {

        public Prices {
            minor = Collections.unmodifiableList(minor);
        }
    }
}
