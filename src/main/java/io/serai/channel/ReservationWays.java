package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a channel's reservations come.
 *
 * @param ways the names of the ways of which an account chooses one; empty: there is only one
 * @param usual the way of an account that chose none; null when there is only one
 * @param expires when a reservation that nobody confirmed expires; null: never
 */
public record ReservationWays(
        List<String> ways,
        @JsonProperty("default") @Nullable String usual,
        @Nullable Expiry expires) {

    /** One way, and no hurry. */
    static final ReservationWays ONE = new ReservationWays(List.of(), null, null);

    public ReservationWays {
        ways = List.copyOf(Objects.requireNonNullElse(ways, List.of()));
    }
}
