package io.serai.console;

import java.util.List;

/**
 * All that the page of a hotel shows, as of one moment.
 *
 * @param time the hotel's own, to the minute
 * @param connections its channels
 * @param grid its next nights
 * @param deliveries what was sent last
 * @param bookings what was booked last
 * @param waiting prices that wait for a person
 * @param trouble what somebody has to look at
 */
record HotelNow(
        String time,
        List<ConnectionNow> connections,
        Grid grid,
        List<Sent> deliveries,
        List<Booked> bookings,
        WaitingPrices waiting,
        Trouble trouble) {

    /** What test mode means at each of its channels that is in it; none where none is. */
    public List<String> getTests() {
        return connections.stream()
                .filter(ConnectionNow::isTest)
                .map(ConnectionNow::testWords)
                .distinct()
                .toList();
    }

    Seen seen() {
        return new Seen(
                Seen.stamp(time, connections),
                Seen.stamp(grid),
                Seen.stamp(deliveries),
                Seen.stamp(bookings),
                Seen.stamp(waiting),
                Seen.stamp(trouble),
                deliveries.stream().mapToLong(Sent::id).max().orElse(0),
                bookings.stream().mapToLong(Booked::change).max().orElse(0));
    }
}
