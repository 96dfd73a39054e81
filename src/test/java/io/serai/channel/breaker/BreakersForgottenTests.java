package io.serai.channel.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BreakersForgottenTests {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final Hand clock = new Hand();

    @Test
    void forgetsAnOpenOneThatNobodyWantsToCallAnyMore() {
        Breakers breakers = breakers(Duration.ofSeconds(30));
        fails(breakers, new BreakerKey("inn", 1, 7L, "rates"));
        clock.passes(Duration.ofMinutes(59));
        int before = breakers.open().size();

        clock.passes(Duration.ofMinutes(2));

        assertThat(before).isEqualTo(1);
        assertThat(breakers.open()).isEmpty();
        assertThat(breakers.circuits().getAllCircuitBreakers()).isEmpty();
    }

    @Test
    void forgetsNoneThatWouldLetNothingPassYet() {
        Breakers breakers = breakers(Duration.ofHours(3));
        fails(breakers, new BreakerKey("inn", 1, 7L, "rates"));

        clock.passes(Duration.ofHours(2));

        assertThat(breakers.open()).hasSize(1);
    }

    private Breakers breakers(Duration openFor) {
        return new Breakers(
                new BreakerSettings(
                        10, 10, 50, Duration.ofSeconds(15), 80, openFor, 3, Duration.ofHours(1)),
                clock);
    }

    private static void fails(Breakers breakers, BreakerKey key) {
        Breaker breaker = breakers.of(key, DEADLINE);
        for (int call = 0; call < 10 && breaker.lets(); call++) {
            breaker.failed(breaker.now(), new IOException("reset"));
        }
    }

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
