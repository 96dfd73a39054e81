package io.serai.hotel.bulk;

import io.serai.hotel.night.NightField;
import io.serai.hotel.night.NightValue;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rooms of nights are to become.
 *
 * @param set what becomes a value
 * @param copyFrom the night that the first one becomes like, the night after it for the second, and
 *     so on; null: nothing is copied
 */
public record RoomChange(Map<NightField, NightValue> set, @Nullable LocalDate copyFrom) {

    /** Whether it changes nothing whatever the nights are. */
    boolean isNothing() {
        return set.isEmpty() && copyFrom == null;
    }
}
