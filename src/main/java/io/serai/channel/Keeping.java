package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * How long the answers of an endpoint are good for.
 *
 * @param time how long one is kept for a connection
 * @param droppedBy the endpoints whose calls may change what it would answer
 */
public record Keeping(@JsonProperty("for") Duration time, Set<String> droppedBy) {

    public Keeping {
        droppedBy = Set.copyOf(Objects.requireNonNullElse(droppedBy, Set.of()));
    }
}
