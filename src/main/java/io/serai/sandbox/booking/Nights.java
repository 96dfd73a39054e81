package io.serai.sandbox.booking;

import io.serai.sandbox.ari.RateNight;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The nights of rates that a booking looks at, found by room, rate and date. */
final class Nights {

    private record Key(long room, long rate, LocalDate night) {}

    private final Map<Key, RateNight> nights = new HashMap<>();

    Nights(List<RateNight> all) {
        all.forEach(n -> nights.put(new Key(n.room(), n.rate(), n.night()), n));
    }

    @Nullable RateNight find(long room, long rate, LocalDate night) {
        return nights.get(new Key(room, rate, night));
    }
}
