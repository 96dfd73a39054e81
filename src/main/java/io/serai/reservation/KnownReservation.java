package io.serai.reservation;

import org.jspecify.annotations.Nullable;

/**
 * A reservation's row, locked until the transaction ends.
 *
 * @param revision revisions taken so far; 0: the row was made a moment ago
 * @param personKey the wrapped key that seals its people; none before the first revision
 * @param isErased whether its people were erased: what is told of it is taken without them
 */
record KnownReservation(
        long id,
        String number,
        @Nullable Integer hotelId,
        @Nullable Integer connectionId,
        String status,
        int revision,
        boolean isRejected,
        byte @Nullable [] personKey,
        boolean isErased) {

    boolean isCancelled() {
        return status.equals("cancelled");
    }
}
