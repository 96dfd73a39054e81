package io.serai.bench;

import io.serai.sandbox.guests.BookingLife;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Moves old bookings to now by whole weeks, so that weekdays stay. */
final class Shift {

    private static final int WEEK = 7;

    private Shift() {}

    static List<BookingLife> toBeginOn(LocalDate today, List<BookingLife> lives) {
        var first =
                lives.stream().map(BookingLife::arrival).min(LocalDate::compareTo).orElseThrow();
        var weeks = Math.floorDiv(ChronoUnit.DAYS.between(first, today) + WEEK - 1, WEEK);
        return lives.stream().map(life -> shifted(life, weeks)).toList();
    }

    private static BookingLife shifted(BookingLife life, long weeks) {
        var cancelled = life.cancelledOn();
        return new BookingLife(
                life.ref(),
                life.roomType(),
                life.ratePlan(),
                life.arrival().plusWeeks(weeks),
                life.nights(),
                life.adults(),
                life.children(),
                life.bookedOn().plusWeeks(weeks),
                life.changes(),
                cancelled == null ? null : cancelled.plusWeeks(weeks),
                life.nightly());
    }
}
