package io.serai.channel.breaker;

import io.serai.channel.NotSent;
import java.time.Duration;

/** A call that its breaker did not let pass: nothing of it left. */
final class BreakerOpen extends NotSent {

    private static final long serialVersionUID = 1L;

    /**
     * @param after the time after which the breaker lets calls pass again
     */
    BreakerOpen(BreakerKey key, Duration after) {
        super(
                key.call()
                        + ": not called for "
                        + (key.connection() == null
                                ? "account " + key.account()
                                : "connection " + key.connection())
                        + ", too many of its calls failed (expected: again after "
                        + after.toSeconds()
                        + " s)",
                after);
    }
}
