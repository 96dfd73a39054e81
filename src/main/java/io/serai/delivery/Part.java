package io.serai.delivery;

/** What is meant of all that a connection is told. */
public enum Part {
    /** Rooms, prices and restrictions. */
    ALL(""),
    /** Rooms alone. */
    ROOMS(" of rooms"),
    /** Prices and restrictions alone. */
    RATES(" of rates");

    private final String words;

    Part(String words) {
        this.words = words;
    }

    /** As it is written down behind what is done with it. */
    public String words() {
        return words;
    }
}
