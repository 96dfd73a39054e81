package io.serai.channel.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A breaker from open by half-open to closed, or back to open. */
class BreakersTests {

    private static final Duration OPEN = Duration.ofSeconds(30);
    private static final BreakerKey RATES = new BreakerKey("inn", 7, 12L, "rates");

    private final Moving clock = new Moving();
    private final Breakers breakers =
            new Breakers(
                    new BreakerSettings(
                            4, 4, 50, Duration.ofSeconds(15), 80, OPEN, 2, Duration.ofHours(1)),
                    clock);
    private final Breaker breaker = breakers.of(RATES, Duration.ofSeconds(20));

    @Test
    void letsAFewProbesPassOnceItsTimeIsOverAndTheOthersWait() {
        open();
        assertThat(breaker.lets()).isFalse();

        clock.passes(OPEN.plusSeconds(1));

        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.lets()).isFalse();
        assertThat(state()).isEqualTo("half-open");
        assertThat(breaker.refusal()).hasMessageContaining("again after 1 s");
    }

    @Test
    void closesWhenItsProbesSucceed() {
        open();
        clock.passes(OPEN.plusSeconds(1));

        probe(true);
        assertThat(state()).isEqualTo("half-open");
        probe(true);

        assertThat(state()).isEqualTo("closed");
        assertThat(breaker.lets()).isTrue();
        assertThat(breakers.open()).isEmpty();
    }

    @Test
    void opensAgainForItsWholeTimeWhenItsProbesFail() {
        open();
        clock.passes(OPEN.plusSeconds(1));

        probe(false);
        probe(false);

        assertThat(state()).isEqualTo("open");
        assertThat(breaker.state().until()).isEqualTo(clock.instant().plus(OPEN));
        clock.passes(OPEN.minusSeconds(1));
        assertThat(breaker.lets()).isFalse();
    }

    @Test
    void givesTheTurnOfAProbeThatWasNotMadeToAnother() {
        open();
        clock.passes(OPEN.plusSeconds(1));
        breaker.lets();
        breaker.lets();

        breaker.notMade();

        assertThat(breaker.lets()).isTrue();
        assertThat(state()).isEqualTo("half-open");
    }

    private void open() {
        for (int call = 0; call < 4; call++) {
            probe(false);
        }
        assertThat(state()).isEqualTo("open");
    }

    private void probe(boolean succeeds) {
        assertThat(breaker.lets()).isTrue();
        long began = breaker.now();
        if (succeeds) {
            breaker.answered(began);
        } else {
            breaker.failed(began, new IOException("reset"));
        }
    }

    private String state() {
        return breaker.state().state();
    }

    /** A clock that stands until it is told that time passes. */
    private static final class Moving extends Clock {

        private Instant now = Instant.parse("2027-02-01T10:00:00Z");

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
