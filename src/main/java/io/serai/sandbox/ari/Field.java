package io.serai.sandbox.ari;

/** One value of a night. Switches are 0 or 1, stays are nights, advances are hours. */
enum Field {
    ROOMS_LEFT,
    CLOSED,
    MIN_THROUGH,
    MAX_THROUGH,
    MIN_ARRIVAL,
    MAX_ARRIVAL,
    EXACT_ARRIVAL,
    CTA,
    CTD,
    MIN_ADVANCE,
    MAX_ADVANCE;

    /** Whether it limits how a stay may be booked, other than selling at all. */
    boolean restriction() {
        return this != ROOMS_LEFT && this != CLOSED;
    }
}
