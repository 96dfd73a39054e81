package io.serai.channel.breaker;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Lists the breakers that are not closed; a channel that fails leaves Serai healthy. */
final class BreakerHealth implements HealthIndicator {

    private final Breakers breakers;

    BreakerHealth(Breakers breakers) {
        this.breakers = breakers;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail(
                        "notClosed",
                        breakers.open().stream()
                                .map(it -> it.key().name() + ": " + it.state())
                                .toList())
                .build();
    }
}
