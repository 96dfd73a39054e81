package io.serai.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of days.
 *
 * @param until the day after the last one
 */
public record Period(LocalDate from, LocalDate until) {

    public Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "until: %s (expected: after %s)".formatted(until, from));
        }
    }

    long days() {
        return ChronoUnit.DAYS.between(from, until);
    }
}
