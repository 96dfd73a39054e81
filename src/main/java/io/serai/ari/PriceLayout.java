package io.serai.ari;

import java.util.stream.IntStream;

/**
 * Where the prices of a night lie in the record of what is held, and by which bit each is known.
 * Positions count from 0.
 */
public enum PriceLayout {
    /** One price for the room, at position 0. */
    ROOM("price"),
    /** A price for 1, 2, 3 … guests, from position 0 on. */
    OCCUPANCY("price"),
    /** The room's price at position 0; what n guests add to it or take from it at position n. */
    OFFSETS("offset"),
    /** Totals by guests, then nights: known and sent as a whole. */
    STAY("stay-price");

    /** The bit of the one price of a room, or of a vector that is known as a whole. */
    public static final int WHOLE = 1 << Field.COUNT;

    /** The most guests a price can be told apart by. */
    public static final int MOST_GUESTS = 21;

    private final String word;

    PriceLayout(String word) {
        this.word = word;
    }

    /** The field of {@code channel.yaml} that tells how they are sent. */
    public String word() {
        return word;
    }

    /** What the value at a position is called where each stands for itself, as {@code price:2}. */
    public String name(int position) {
        return switch (this) {
            case ROOM, STAY -> word;
            case OCCUPANCY -> word + ":" + (position + 1);
            case OFFSETS -> position == 0 ? ROOM.word : word + ":" + position;
        };
    }

    /** The bit that says whether the value at a position is known. */
    public int bit(int position) {
        return switch (this) {
            case ROOM, STAY -> WHOLE;
            case OCCUPANCY -> guests(position + 1);
            case OFFSETS -> position == 0 ? WHOLE : guests(position);
        };
    }

    /** All bits of the first positions. */
    public int bits(int positions) {
        return IntStream.range(0, positions).map(this::bit).reduce(0, (a, b) -> a | b);
    }

    private static int guests(int guests) {
        if (guests > MOST_GUESTS) {
            throw new IllegalArgumentException(
                    "guests: " + guests + " (expected: at most " + MOST_GUESTS + ")");
        }
        return WHOLE << guests;
    }
}
