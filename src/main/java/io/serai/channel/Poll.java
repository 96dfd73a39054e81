package io.serai.channel;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A queue of a channel that is asked again and again, one call at a time for an account.
 *
 * @param port the port that asks
 * @param every the time from one call to the next
 * @param afterAcknowledgement the least time from an acknowledgement to the next call
 * @param afterOutage how many are asked for at once after a failed call, a kill or a long silence,
 *     until fewer come; null: always all that wait
 * @param way the way of reservations that asks it; null: it is asked whichever way is chosen
 * @param alone whether no other queue of the account that is {@code alone} may be asked meanwhile
 * @param between the shortest and the longest {@code every} that the channel allows; empty: any
 */
public record Poll(
        String port,
        Duration every,
        Duration afterAcknowledgement,
        @Nullable Integer afterOutage,
        @Nullable String way,
        boolean alone,
        List<Duration> between) {

    public Poll {
        afterAcknowledgement = Objects.requireNonNullElse(afterAcknowledgement, Duration.ZERO);
        between = List.copyOf(Objects.requireNonNullElse(between, List.of()));
    }

    /** Whether the channel allows to be asked so often, or so seldom. */
    boolean isAllowed() {
        return between.isEmpty()
                || every.compareTo(between.get(0)) >= 0 && every.compareTo(between.get(1)) <= 0;
    }
}
