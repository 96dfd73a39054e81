package io.serai.reservation.overbooking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A booking that has, or had, rooms of a night.
 *
 * @param id its key
 * @param channel how the hotel calls its connection; {@code Direct}: the hotel took it itself
 * @param connection null: the hotel took it itself
 * @param rooms that it has of the night now
 * @param bookedAt when the guest booked, by the channel's word
 * @param unmapped whether its room or rate had no meaning here when it was taken
 */
record Sale(
        long id,
        String number,
        String channel,
        @Nullable Integer connection,
        String status,
        int rooms,
        @Nullable Instant bookedAt,
        boolean unmapped,
        List<Revision> revisions) {

    private static final Duration SECOND = Duration.ofMillis(999);
    private static final Duration MINUTE = Duration.ofMillis(59_999);

    /**
     * One time that it was told.
     *
     * @param changedAt when it happened at the channel, where that is told
     */
    record Revision(
            long id, int number, String kind, @Nullable Instant changedAt, Instant receivedAt) {}

    Optional<Revision> revision(long id) {
        return revisions.stream().filter(it -> it.id() == id).findFirst();
    }

    /**
     * The latest moment at which the channel may have sold what a revision tells: many tell whole
     * seconds or minutes.
     */
    Instant soldBy(Revision revision) {
        Instant told = soldAt(revision);
        Duration within =
                told.getNano() != 0
                        ? Duration.ZERO
                        : told.getEpochSecond() % 60 == 0 ? MINUTE : SECOND;
        Instant latest = told.plus(within);
        return latest.isAfter(revision.receivedAt()) ? revision.receivedAt() : latest;
    }

    /** When the channel sold what a revision tells: never after we heard of it. */
    Instant soldAt(Revision revision) {
        Instant told = revision.number() == 1 ? bookedAt : revision.changedAt();
        return told == null || told.isAfter(revision.receivedAt()) ? revision.receivedAt() : told;
    }
}
