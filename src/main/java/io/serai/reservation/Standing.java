package io.serai.reservation;

import io.serai.channel.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a booking stands, as far as both a channel's list and we say it.
 *
 * @param rooms of each room the channel's number of its type, its arrival and its departure, in the
 *     order of that text; none of what is cancelled
 * @param total of the whole stay; null where it is not said
 */
record Standing(boolean cancelled, List<String> rooms, @Nullable Amount total) {

    Standing {
        rooms = cancelled ? List.of() : rooms.stream().sorted().toList();
    }

    static Standing of(IncomingReservation told) {
        return new Standing(
                told.isCancelled(),
                told.stays()
                        .map(room -> room.room() + " " + room.arrival() + " " + room.departure())
                        .toList(),
                told.isCancelled() ? null : told.total());
    }

    /** Whether as many rooms of the same types are taken on the same nights. */
    boolean isSameStay(Standing other) {
        return cancelled == other.cancelled && rooms.equals(other.rooms);
    }

    /** Whether both say the same, as far as both say it. */
    boolean isSame(Standing other) {
        return isSameStay(other) && (cancelled || isSameTotal(other));
    }

    private boolean isSameTotal(Standing other) {
        return total == null
                || other.total == null
                || total.value().compareTo(other.total.value()) == 0;
    }
}
