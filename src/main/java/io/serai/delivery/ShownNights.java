package io.serai.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a channel shows of a hotel's nights: the answer of port {@code ari-read}. What it does not
 * show is null.
 *
 * @param days one night of one room each
 */
record ShownNights(List<Day> days) {

    /**
     * A night of a room.
     *
     * @param room the channel's id of the room
     * @param night the night
     * @param rooms rooms left to sell
     * @param booked rooms booked at the channel
     * @param closed whether the room is closed with all its rates
     * @param rates its rates
     */
    record Day(
            String room,
            LocalDate night,
            @Nullable Integer rooms,
            @Nullable Integer booked,
            @Nullable Boolean closed,
            List<Rate> rates) {}

    /**
     * A rate of that room on that night.
     *
     * @param rate the channel's id of the rate
     * @param closed whether it is closed
     * @param minThrough least nights of a stay that touches the night
     * @param prices of the night
     */
    record Rate(
            String rate,
            @Nullable Boolean closed,
            @Nullable Integer minThrough,
            @Nullable Prices prices) {}

    /**
     * The prices of a night.
     *
     * @param room of the room, however many guests
     * @param guests by the number of guests
     */
    record Prices(
            String currency,
            @Nullable BigDecimal room,
            @Nullable Map<Integer, BigDecimal> guests) {}
}
