package io.serai.sandbox.expedia.night;

import java.time.LocalDate;

/**
 * A night of a room type.
 *
 * @param available rooms left for sale, with what is unsold of the base allocation; 0 if never told
 * @param sold rooms that guests have
 */
public record RoomNight(String room, LocalDate night, int available, int sold, boolean closed) {

    /** What is left of the base allocation, which the hotel cannot take back. */
    public int unsoldOf(int baseAllocation) {
        return Math.max(0, baseAllocation - sold);
    }
}
