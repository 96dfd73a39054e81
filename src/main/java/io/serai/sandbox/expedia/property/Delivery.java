package io.serai.sandbox.expedia.property;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The one way by which an account gets its bookings. */
public enum Delivery {
    /** Booking Retrieval and Confirmation. */
    @JsonProperty("retrieval")
    RETRIEVAL,
    /** Booking Notification. */
    @JsonProperty("notification")
    NOTIFICATION,
    /** A JSON notification, a query and a confirmation by GraphQL. */
    @JsonProperty("graphql")
    GRAPHQL;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
