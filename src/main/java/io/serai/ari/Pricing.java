package io.serai.ari;

import java.util.Arrays;

/** How a rate's price is made up, in the hotel and at a channel. */
public enum Pricing {
    PER_DAY("per-day"),
    /** What each guest pays; at channels: what one of two pays. */
    PER_PERSON("per-person"),
    OCCUPANCY("occupancy"),
    DERIVED("derived"),
    LENGTH_OF_STAY("length-of-stay"),
    /** By length of stay, for the room and not for each number of guests; at channels only. */
    LENGTH_OF_STAY_PER_DAY("length-of-stay-per-day");

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
                                                + "' (expected: one of "
                                                + Arrays.stream(values())
                                                        .map(Pricing::word)
                                                        .toList()
                                                + ")"));
    }

    PriceLayout layout() {
        return switch (this) {
            case PER_DAY, PER_PERSON -> PriceLayout.ROOM;
            case OCCUPANCY -> PriceLayout.OCCUPANCY;
            case DERIVED -> PriceLayout.OFFSETS;
            case LENGTH_OF_STAY, LENGTH_OF_STAY_PER_DAY -> PriceLayout.STAY;
        };
    }
}
