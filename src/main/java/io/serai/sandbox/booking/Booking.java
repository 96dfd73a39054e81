package io.serai.sandbox.booking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A booking as it stands.
 *
 * @param feed the queue that hands it over: new until its first acknowledgement, then modify
 * @param card what the guest pays with; null when there is none, or it was handed over
 * @param fee what a cancellation costs, in minor units
 */
record Booking(
        long id,
        long hotel,
        @Nullable String ref,
        boolean cancelled,
        Instant created,
        Instant changed,
        int revision,
        Feed feed,
        boolean acknowledged,
        int nextIndex,
        Map<String, String> booker,
        @Nullable String remarks,
        @JsonIgnore @Nullable Card card,
        boolean vcc,
        @Nullable Long fee,
        List<Stay> stays) {

    long total() {
        return stays.stream().mapToLong(Stay::total).sum();
    }
}
