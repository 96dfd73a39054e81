package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.serai.channel.Expiry.Told;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a channel's reservations come.
 *
 * @param ways the names of the ways of which an account chooses one; empty: there is only one
 * @param usual the way of an account that chose none; null when there is only one
 * @param expires how long the channel waits for a confirmation, the first rule that holds; none: it
 *     waits forever
 */
public record ReservationWays(
        List<String> ways, @JsonProperty("default") @Nullable String usual, List<Expiry> expires) {

    /** One way, and no hurry. */
    static final ReservationWays ONE = new ReservationWays(List.of(), null, List.of());

    public ReservationWays {
        ways = List.copyOf(Objects.requireNonNullElse(ways, List.of()));
        expires = List.copyOf(Objects.requireNonNullElse(expires, List.of()));
    }

    /** How long the channel waits for the confirmation of what it told; empty: forever. */
    public Optional<Duration> waits(Told told) {
        return expires.stream().filter(rule -> rule.holds(told)).findFirst().map(Expiry::after);
    }
}
