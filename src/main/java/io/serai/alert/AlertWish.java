package io.serai.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are meant; what is null is any.
 *
 * @param hotels the keys of the hotels whose alerts, and whose accounts' alerts, are meant
 * @param everywhere whether those of no hotel are meant too
 * @param id its key
 * @param hotel the key of their hotel; its accounts' are among them
 * @param kind their kind's name
 * @param state open (lasts), ended or all
 */
public record AlertWish(
        List<Long> hotels,
        boolean everywhere,
        @Nullable Long id,
        @Nullable Integer hotel,
        @Nullable String kind,
        String state) {

    /** The state of what lasts. */
    public static final String OPEN = "open";

    /** The states that may be wished. */
    public static final List<String> STATES = List.of(OPEN, "ended", "all");

    public AlertWish {
        hotels = List.copyOf(hotels);
    }

    /** All that those of these hotels may see. */
    public static AlertWish all(List<Long> hotels, boolean everywhere) {
        return new AlertWish(hotels, everywhere, null, null, null, "all");
    }

    /** That of this key alone. */
    public AlertWish only(long key) {
        return new AlertWish(hotels, everywhere, key, hotel, kind, state);
    }

    /** The same, as far as it lasts. */
    public AlertWish open() {
        return new AlertWish(hotels, everywhere, id, hotel, kind, OPEN);
    }
}
