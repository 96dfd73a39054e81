package io.serai.report;

/** Bookings of one currency by what became of them. */
record Figures(Sums kept, Sums cancelled, Sums noShow) {

    static final Figures NONE = new Figures(Sums.NONE, Sums.NONE, Sums.NONE);

    static Figures of(State state, Sums sums) {
        return switch (state) {
            case KEPT -> new Figures(sums, Sums.NONE, Sums.NONE);
            case CANCELLED -> new Figures(Sums.NONE, sums, Sums.NONE);
            case NO_SHOW -> new Figures(Sums.NONE, Sums.NONE, sums);
        };
    }

    Figures plus(Figures other) {
        return new Figures(
                kept.plus(other.kept), cancelled.plus(other.cancelled), noShow.plus(other.noShow));
    }

    /** All bookings that were made, whatever became of them. */
    long taken() {
        return kept.bookings() + cancelled.bookings() + noShow.bookings();
    }

    /** Bookings whose guests were expected: made and not cancelled. */
    long expected() {
        return kept.bookings() + noShow.bookings();
    }
}
