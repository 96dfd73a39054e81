package io.serai.sandbox.expedia.property;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A room type with its rate plans by their id without suffix.
 *
 * @param baseAllocation rooms a night that the hotel promised by contract
 * @param details a JSON object with what only the JSON faces know
 */
public record RoomType(
        String id,
        String name,
        @Nullable String partnerCode,
        int maxPersons,
        int baseAllocation,
        @JsonProperty("rates") Map<String, RatePlan> plans,
        @JsonIgnore String details) {}
