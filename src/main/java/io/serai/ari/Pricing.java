package io.serai.ari;

import io.serai.channel.ChannelDefinition;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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

    /**
     * How a channel takes the price of a rate: as it says of the rate; where it says nothing, as
     * the plan is priced here, but by the number of guests where that is for each guest and the
     * channel does not name such prices.
     *
     * @param said what the channel says of the rate, by name; null: nothing
     */
    public static Pricing at(ChannelDefinition channel, Pricing plan, @Nullable String said) {
        if (said != null) {
            return of(said);
        }
        return plan == PER_PERSON && !channel.nights().pricing().containsKey(plan.word)
                ? OCCUPANCY
                : plan;
    }

    /** Whether there is a price for each length of stay. */
    public boolean isByStay() {
        return layout() == PriceLayout.STAY;
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
