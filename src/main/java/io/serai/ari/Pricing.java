package io.serai.ari;

import java.util.Arrays;

/** How a rate's price is made up, in the hotel and at a channel. */
public enum Pricing {
    PER_DAY("per-day"),
    OCCUPANCY("occupancy"),
    DERIVED("derived"),
    LENGTH_OF_STAY("length-of-stay");

    private final String word;

    Pricing(String word) {
        this.word = word;
    }

    /** Its name in the database and in {@code channel.yaml}. */
    public String word() {
        return word;
    }

    /** The pricing of this name. */
    public static Pricing of(String word) {
        return Arrays.stream(values())
                .filter(pricing -> pricing.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "pricing: '"
                                                + word
                                                + "' (expected: per-day, occupancy, derived or"
                                                + " length-of-stay)"));
    }

    PriceLayout layout() {
        return switch (this) {
            case PER_DAY -> PriceLayout.ROOM;
            case OCCUPANCY -> PriceLayout.OCCUPANCY;
            case DERIVED -> PriceLayout.OFFSETS;
            case LENGTH_OF_STAY -> PriceLayout.STAY;
        };
    }
}
