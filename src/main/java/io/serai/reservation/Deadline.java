package io.serai.reservation;

import java.time.Duration;
import java.time.Instant;

/**
 * Until when a channel waits for our confirmation, before it tells the hotel by e-mail.
 *
 * @param begin since when it waits
 * @param end when it gives up
 */
record Deadline(Instant begin, Instant end) {

    /** When half of the time is over. */
    Instant half() {
        return begin.plus(Duration.between(begin, end).dividedBy(2));
    }
}
