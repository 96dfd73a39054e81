package io.serai.hotel.night;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One element of a request: fields of nights that are to become something.
 *
 * @param sold what is sold there
 * @param from the first night
 * @param to the last night, included
 * @param weekdays bit 0 Monday to bit 6 Sunday
 * @param values what is named; what is not stays as it is
 * @param version the version that the one night is to have; null for whichever it has
 */
public record NightUpdate(
        Sold sold,
        LocalDate from,
        LocalDate to,
        int weekdays,
        Map<NightField, NightValue> values,
        @Nullable String version) {

    /** Every day of the week. */
    static final int ALL_DAYS = 127;

    /** One night, written only where it has a version. */
    public static NightUpdate one(
            Sold sold, LocalDate night, Map<NightField, NightValue> values, String version) {
        return new NightUpdate(sold, night, night, ALL_DAYS, values, version);
    }

    static int bit(DayOfWeek day) {
        return 1 << (day.getValue() - 1);
    }

    /** How many nights there are from the first to the last. */
    long span() {
        return to.toEpochDay() - from.toEpochDay() + 1;
    }
}
