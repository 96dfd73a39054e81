package io.serai.reservation.feed;

import io.serai.reservation.detail.BookingDetail;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a reservation, as systems that take reservations are told of it.
 *
 * @param id in the order of the hotel's commits
 * @param reservation the key of the reservation
 * @param revision which one of its reservation, counted from 1
 * @param superseded whether the reservation has a later one
 * @param channel the code of the channel; {@code direct}: the hotel took it itself
 * @param number the channel's own number of the reservation
 * @param kind what happened: new, modify, cancel, no-show or confirm
 * @param takenAt when it was taken in
 * @param booking the whole booking as of this revision; null where it was not asked for
 */
public record FedRevision(
        String id,
        String reservation,
        int revision,
        boolean superseded,
        String channel,
        String number,
        String kind,
        Instant takenAt,
        @Nullable BookingDetail booking) {

    /** As its own number. */
    public long key() {
        return Long.parseLong(id);
    }

    FedRevision with(BookingDetail whole, boolean overtaken) {
        return new FedRevision(
                id, reservation, revision, overtaken, channel, number, kind, takenAt, whole);
    }
}
