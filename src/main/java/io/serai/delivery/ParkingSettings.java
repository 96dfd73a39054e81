package io.serai.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How parked messages that may pass are tried again, and how they are replayed.
 *
 * @param retries the waits before the tries that follow by themselves; after the last it is
 *     poisoned
 * @param lease how long an instance has for a message that it replays; then another one begins it
 *     again
 * @param atOnce messages that an instance claims at a time
 * @param remember how long it is known who wanted what replayed
 */
@ConfigurationProperties("serai.inbox")
public record ParkingSettings(
        @DefaultValue({"1m", "5m", "15m", "1h", "4h"}) List<Duration> retries,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("20") int atOnce,
        @DefaultValue("90d") Duration remember) {

    private static final double JITTER = 0.2;

    /** The waits in seconds, each up to a fifth longer, so that not all come at once. */
    public Double[] seconds() {
        double more = 1 + JITTER * ThreadLocalRandom.current().nextDouble();
        return retries.stream().map(wait -> wait.toMillis() * more / 1000).toArray(Double[]::new);
    }
}
