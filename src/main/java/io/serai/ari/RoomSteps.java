package io.serai.ari;

/** Hears how a number of rooms comes to be, step by step in the order of reckoning. */
@FunctionalInterface
public interface RoomSteps {

    /** Hears nothing. */
    RoomSteps NOBODY = (kind, before, after) -> after;

    /**
     * The next step.
     *
     * @param before rooms before it
     * @param after rooms after it
     * @return {@code after}
     */
    int step(Kind kind, int before, int after);

    /** What a step does to a number of rooms; those that change nothing are told, too. */
    enum Kind {
        /** Rooms offered by the hotel. */
        OFFERED("offered"),
        /** The overbooking allowance, added. */
        OVERBOOKING("overbooking"),
        /** Rooms sold, taken away. */
        SOLD("sold"),
        /** Rooms held back, taken away. */
        HELD_BACK("held-back"),
        /** Rooms out of order, taken away. */
        OUT_OF_ORDER("out-of-order"),
        /** The safety stock, taken away. */
        SAFETY_STOCK("safety-stock"),
        /** No channel is told less than no rooms. */
        NONE_BELOW_ZERO("none-below-zero"),
        /** The connection gets none of the last rooms. */
        LAST_ROOMS("last-rooms"),
        /** The connection gets at most so many. */
        MOST_ROOMS("most-rooms"),
        /** The room type is closed, and the channel would open it again by itself. */
        CLOSED("closed"),
        /** The least and the most that the channel counts to. */
        CHANNEL("channel");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Its name in answers. */
        public String word() {
            return word;
        }
    }
}
