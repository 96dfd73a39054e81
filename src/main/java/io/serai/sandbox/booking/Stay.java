package io.serai.sandbox.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One room of a booking.
 *
 * @param index the channel's number of the room in this booking
 * @param shownRoom the room's id as the messages give it
 * @param shownRate the rate's id as the messages give it
 * @param nightly price of each night in minor units
 */
record Stay(
        int index,
        long room,
        long rate,
        String shownRoom,
        String shownRate,
        LocalDate arrival,
        LocalDate departure,
        int adults,
        int children,
        String guest,
        @Nullable String comment,
        List<Long> nightly) {

    Stream<LocalDate> nights() {
        return arrival.datesUntil(departure);
    }

    long total() {
        return nightly.stream().mapToLong(Long::longValue).sum();
    }

    /** Whether both occupy the same room type at the same rate on the same nights. */
    boolean sameNightsAs(Stay other) {
        return room == other.room
                && rate == other.rate
                && arrival.equals(other.arrival)
                && departure.equals(other.departure);
    }

    boolean sameGuestsAs(Stay other) {
        return adults == other.adults && children == other.children;
    }

    Stay until(LocalDate day, List<Long> prices) {
        return new Stay(
                index,
                room,
                rate,
                shownRoom,
                shownRate,
                arrival,
                day,
                adults,
                children,
                guest,
                comment,
                List.copyOf(prices));
    }

    Stay priced(List<Long> prices) {
        return new Stay(
                index, room, rate, shownRoom, shownRate, arrival, departure, adults, children,
                guest, comment, prices);
    }
}
