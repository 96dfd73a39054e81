package io.serai.reservation.hook;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hotels' systems are told.
 *
 * @param workers deliveries that this instance sends at the same time
 * @param each how many of them go to one subscription, over all instances
 * @param deadline how long a call may take as a whole
 * @param lease how long a delivery is claimed; longer than a call, which is not begun after it
 * @param retries the waits before further tries; after the last one a delivery is parked
 * @param longestWait the longest wait that a receiver may ask for
 * @param rotation how long the secret before a new one signs beside it
 * @param privateAddresses whether receivers may be at loopback and private addresses
 * @param keep how long a delivery that was taken is shown
 */
@ConfigurationProperties("serai.hooks")
public record HookSettings(
        @DefaultValue("8") int workers,
        @DefaultValue("2") int each,
        @DefaultValue("20s") Duration deadline,
        @DefaultValue("1m") Duration lease,
        @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
                List<Duration> retries,
        @DefaultValue("24h") Duration longestWait,
        @DefaultValue("24h") Duration rotation,
        @DefaultValue("false") boolean privateAddresses,
        @DefaultValue("30d") Duration keep) {

    public HookSettings {
        if (lease.compareTo(deadline) <= 0) {
            throw new IllegalArgumentException(
                    "serai.hooks.lease: %s (expected: more than serai.hooks.deadline, %s)"
                            .formatted(lease, deadline));
        }
    }

    /** Whether there is no further try after so many. */
    public boolean isLast(int tries) {
        return tries > retries.size();
    }

    /**
     * The wait after so many tries, never twice the same.
     *
     * @param wished by the receiver; zero: nothing
     */
    public Duration pause(int tries, Duration wished) {
        Duration usual = retries.get(Math.min(Math.max(tries, 1), retries.size()) - 1);
        double jitter = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
        Duration ours = Duration.ofMillis((long) (usual.toMillis() * jitter));
        Duration theirs = wished.compareTo(longestWait) > 0 ? longestWait : wished;
        return theirs.compareTo(ours) > 0 ? theirs : ours;
    }
}
