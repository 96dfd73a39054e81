package io.serai.sandbox.expedia.eqc;

import java.time.LocalDate;

/**
 * One value of a night of a room type or rate plan that an update may set.
 *
 * @param product the room type's id, or the rate plan's without suffix
 * @param number of guests, or of nights, of a rate; else 0
 */
record Slot(String product, LocalDate night, Field field, int number) {

    /** What is set. */
    enum Field {
        TOTAL,
        FLEXIBLE,
        ROOM_CLOSED,
        CLOSED,
        RATE,
        RATE_CHANGE,
        MIN_LOS,
        MAX_LOS,
        CTA,
        CTD;

        boolean ofRoom() {
            return this == TOTAL || this == FLEXIBLE || this == ROOM_CLOSED;
        }

        boolean ofStay() {
            return this == MIN_LOS || this == MAX_LOS;
        }
    }
}
