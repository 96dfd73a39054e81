package io.serai.channel;

import java.time.Duration;
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
 */
public record Poll(
        String port, Duration every, Duration afterAcknowledgement, @Nullable Integer afterOutage) {

    public Poll {
        afterAcknowledgement = Objects.requireNonNullElse(afterAcknowledgement, Duration.ZERO);
    }
}
