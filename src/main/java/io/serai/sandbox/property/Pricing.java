package io.serai.sandbox.property;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a rate is priced. */
public enum Pricing {
    /** One price a night for the full occupancy, and one for a single guest if told. */
    @JsonProperty("standard")
    STANDARD,
    /** A base price a night, and an offset by number of guests. */
    @JsonProperty("derived")
    DERIVED,
    /** A price a night by number of guests. */
    @JsonProperty("obp")
    OBP,
    /** A total by arrival, number of guests and length of stay. */
    @JsonProperty("los")
    LOS
}
