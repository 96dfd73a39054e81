package io.serai.sandbox.expedia.property;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.stream.Stream;

/** How a rate plan is priced, with the names of the Product API. */
public enum PricingModel {
    @JsonProperty("PerDayPricing")
    PER_DAY("PerDayPricing"),
    @JsonProperty("PerDayPricingByDayOfArrival")
    PER_DAY_BY_ARRIVAL("PerDayPricingByDayOfArrival"),
    @JsonProperty("PerDayPricingByLengthOfStay")
    PER_DAY_BY_LENGTH("PerDayPricingByLengthOfStay"),
    @JsonProperty("OccupancyBasedPricing")
    OCCUPANCY("OccupancyBasedPricing"),
    @JsonProperty("OccupancyBasedPricingByDayOfArrival")
    OCCUPANCY_BY_ARRIVAL("OccupancyBasedPricingByDayOfArrival"),
    /**
     * The old model, one person's price in a room for two; no model of the Product API any more.
     */
    @JsonProperty("PerPersonPricing")
    PER_PERSON("PerPersonPricing");

    private final String word;

    PricingModel(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public boolean byOccupancy() {
        return this == OCCUPANCY || this == OCCUPANCY_BY_ARRIVAL;
    }

    /** Whether the guest pays the arrival day's rate each night. */
    public boolean byArrival() {
        return this == PER_DAY_BY_ARRIVAL || this == OCCUPANCY_BY_ARRIVAL;
    }

    /** Whether what was told of the arrival's night holds for every night of the stay. */
    public boolean heldFromArrival() {
        return byArrival() || this == PER_DAY_BY_LENGTH;
    }

    static PricingModel of(String word) {
        return Stream.of(values()).filter(m -> m.word.equals(word)).findFirst().orElseThrow();
    }
}
