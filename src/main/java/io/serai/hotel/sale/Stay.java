package io.serai.hotel.sale;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One room for some nights.
 *
 * @param product the key of the rate plan as sold for a room type
 * @param arrival the first night
 * @param departure the day after the last night
 * @param guests adults and children
 */
public record Stay(int product, LocalDate arrival, LocalDate departure, int guests) {

    public Stay {
        if (!departure.isAfter(arrival)) {
            throw new IllegalArgumentException(
                    "departure: '%s' (expected: a day after %s)".formatted(departure, arrival));
        }
    }

    /** How many nights. */
    public int length() {
        return (int) ChronoUnit.DAYS.between(arrival, departure);
    }

    /** Each night, in order. */
    public List<LocalDate> nights() {
        return arrival.datesUntil(departure).toList();
    }
}
