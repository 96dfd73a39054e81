package io.serai.reservation.overbooking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An overbooking that explains itself.
 *
 * @param roomType the key of the room type
 * @param code of the room type
 * @param name of the room type
 * @param over rooms that are sold now and not there; 0: it is settled
 * @param cause why it came to be
 * @param title the cause in a few words
 * @param words the cause in whole sentences, in the hotel's time
 * @param advice what keeps it from happening again
 * @param lastSoldAt when the last room went
 * @param soldAt when the one too many was sold, by its channel's word
 * @param knewAt when its channel held that nothing was left; null: it was not told
 * @param bookings the one that has the last room, and the one too many
 * @param timeline sales, stock and deliveries, the earliest first
 */
public record Explanation(
        String roomType,
        String code,
        String name,
        LocalDate night,
        int over,
        Cause cause,
        String title,
        String words,
        String advice,
        Instant lastSoldAt,
        Instant soldAt,
        @Nullable Instant knewAt,
        List<Party> bookings,
        List<Event> timeline) {

    /**
     * A booking that takes part.
     *
     * @param part {@code last-room} or {@code one-too-many}
     * @param id its key
     * @param channel how the hotel calls its connection
     * @param soldAt when its guest booked, by the channel's word
     * @param takenAt when Serai took it
     */
    public record Party(
            String part,
            String id,
            String number,
            String channel,
            String status,
            Instant soldAt,
            Instant takenAt) {}

    /**
     * Something that happened.
     *
     * @param what sold, taken, stock, told, answered, paused, resumed or shown
     * @param channel how the hotel calls the connection; null: at the hotel
     * @param booking the key of the booking that it is of; null: of none
     * @param words what happened
     * @param left rooms that may still be sold then; null: it does not say
     * @param decisive whether the cause is read from it
     */
    public record Event(
            Instant at,
            String what,
            @Nullable String channel,
            @Nullable String booking,
            String words,
            @Nullable Integer left,
            boolean decisive) {}
}
