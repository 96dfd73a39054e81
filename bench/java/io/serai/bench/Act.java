package io.serai.bench;

/**
 * One thing that a guest does.
 *
 * @param at when, in days; only the order counts
 * @param kind what
 * @param ref the guest's own name of the booking
 * @param stay what is asked for; of a cancellation what is given up
 */
record Act(double at, Kind kind, String ref, Stay stay) {

    enum Kind {
        BOOK,
        CHANGE,
        CANCEL
    }
}
