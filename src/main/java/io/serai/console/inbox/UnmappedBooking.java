package io.serai.console.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking of a room or rate that means nothing here.
 *
 * @param id its key
 * @param hotel the hotel's key
 * @param hotelName what people call the hotel
 * @param connection the connection's key
 * @param channel what people call the connection
 * @param left whether the connection is left: nothing of it is mapped any more
 * @param number the channel's number of it
 * @param stay from when to when
 * @param gaps the rooms and rates of it that mean nothing
 */
record UnmappedBooking(
        long id,
        int hotel,
        String hotelName,
        int connection,
        String channel,
        boolean left,
        String number,
        String stay,
        List<Gap> gaps) {

    /**
     * A room or rate of the channel that means nothing here.
     *
     * @param remote its key; null where the channel did not show it yet
     * @param room the channel's number of the room
     * @param rate the channel's number of the rate; null for the room itself
     * @param name its name there
     */
    record Gap(@Nullable Integer remote, String room, @Nullable String rate, String name) {}

    public UnmappedBooking {
        gaps = List.copyOf(gaps);
    }

    UnmappedBooking with(List<Gap> found) {
        return new UnmappedBooking(
                id, hotel, hotelName, connection, channel, left, number, stay, found);
    }
}
