package io.serai.channel;

import java.time.Duration;
import java.util.Objects;

/**
 * A queue of a channel that is asked again and again, one call at a time for an account.
 *
 * @param port the port that asks
 * @param every the time from one call to the next
 * @param afterAcknowledgement the least time from an acknowledgement to the next call
 */
public record Poll(String port, Duration every, Duration afterAcknowledgement) {

    public Poll {
        afterAcknowledgement = Objects.requireNonNullElse(afterAcknowledgement, Duration.ZERO);
    }
}
