package io.serai.hotel;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Days as people and programs write them. */
public final class Days {

    private static final int FIRST = 1900;
    private static final int LAST = 9999;

    private Days() {}

    /**
     * A day that is written as 2027-07-01.
     *
     * @throws DateTimeParseException where it is none, or is of a year with which nobody can
     *     reckon: before 1900 or after 9999
     */
    public static LocalDate parse(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < FIRST || day.getYear() > LAST) {
            throw new DateTimeParseException(
                    "year: %d (expected: from %d to %d)".formatted(day.getYear(), FIRST, LAST),
                    text,
                    0);
        }
        return day;
    }
}
