package io.serai.console.inbox;

import io.serai.console.Desk;
import io.serai.console.access.SignedIn;
import io.serai.reservation.ReservationInbox;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Counts bookings again after somebody said what a room or rate means. A person waits for it, so
 * that only the first are counted at once; the route {@code reservations-remapped} counts the
 * others.
 */
@Component
class CountedAgain {

    /** Bookings that are counted at once. */
    static final int MOST = 200;

    private final UnmappedBookings bookings;
    private final ReservationInbox reservations;
    private final Desk desk;

    CountedAgain(UnmappedBookings bookings, ReservationInbox reservations, Desk desk) {
        this.bookings = bookings;
        this.reservations = reservations;
        this.desk = desk;
    }

    /**
     * Counts the first bookings of a connection again.
     *
     * @param before those that were unmapped when the room or rate got its meaning
     * @return what became of them, in words
     */
    String count(SignedIn user, int hotel, int connection, List<Long> before) {
        List<Long> now = before.subList(0, Math.min(MOST, before.size()));
        now.forEach(reservations::reapply);
        Set<Long> unmapped =
                new HashSet<>(
                        desk.at(user, hotel, (session, here) -> bookings.of(session, connection)));
        long counted = now.stream().filter(it -> !unmapped.contains(it)).count();
        long left = before.stream().skip(now.size()).filter(unmapped::contains).count();
        return words(counted) + (left == 0 ? "" : leftWords(left));
    }

    private static String words(long counted) {
        return counted == 0
                ? "The bookings still lack a room or rate."
                : counted
                        + (counted == 1 ? " booking is" : " bookings are")
                        + " counted where they belong.";
    }

    private static String leftWords(long left) {
        return " %d more %s left: what lacks nothing any more is counted by itself."
                .formatted(left, left == 1 ? "is" : "are");
    }
}
