package io.serai.sandbox.expedia.property;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who takes the guest's money. */
public enum Collect {
    @JsonProperty("expedia")
    EXPEDIA("ExpediaCollect", "", ""),
    @JsonProperty("hotel")
    HOTEL("HotelCollect", "A", "A-");

    private final String word;
    private final String suffix;
    private final String prefix;

    Collect(String word, String suffix, String prefix) {
        this.word = word;
        this.suffix = suffix;
        this.prefix = prefix;
    }

    /** As the Product API calls it. */
    public String word() {
        return word;
    }

    /** A rate plan's id in XML. */
    public String idOf(String plan) {
        return plan + suffix;
    }

    /** A booking's source in XML. */
    public String sourceOf(String brand) {
        return prefix + brand;
    }
}
