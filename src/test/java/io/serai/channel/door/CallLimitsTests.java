package io.serai.channel.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.Limit;
import io.serai.channel.Limits;
import io.serai.testing.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallLimitsTests {

    private static final Visit CALL = new Visit(1, "counts", null, null);

    private final Database database = Database.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void makesNoMoreCallsInAnyStretchOfTheLimitsTimeOverTwoInstances() {
        Limits limits = new Limits(Limit.parse("20/s"), null);
        List<CallLimits> instances =
                List.of(
                        new CallLimits(database.engine(), Duration.ZERO),
                        new CallLimits(database.engine(), Duration.ZERO));

        List<Long> made = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            long asked = System.nanoTime();
            if (instances.get(i % 2).acquire(CALL, limits).isEmpty()) {
                made.add(asked);
            }
        }

        assertThat(made).hasSizeGreaterThan(30);
        for (int i = 20; i < made.size(); i++) {
            assertThat(made.get(i) - made.get(i - 20)).isGreaterThan(950_000_000L);
        }
    }

    @Test
    void saysWhenACallHasItsTurnAndWaitsForItIfThatIsSoon() {
        Limits limits = new Limits(Limit.parse("1/s"), null);
        CallLimits impatient = new CallLimits(database.engine(), Duration.ZERO);
        impatient.acquire(CALL, limits);

        Optional<Duration> turn = impatient.acquire(CALL, limits);
        Optional<Duration> waited =
                new CallLimits(database.engine(), Duration.ofSeconds(2)).acquire(CALL, limits);

        assertThat(turn.orElseThrow()).isBetween(Duration.ofMillis(100), Duration.ofSeconds(1));
        assertThat(waited).isEmpty();
    }

    @Test
    void keepsAccountsEndpointsAndHotelsApart() {
        Limits limits = new Limits(Limit.parse("1/h"), Limit.parse("1/h"));
        CallLimits one = new CallLimits(database.engine(), Duration.ZERO);
        one.acquire(new Visit(1, "counts", 7L, null), limits);

        assertThat(one.acquire(new Visit(1, "prices", 7L, null), limits)).isEmpty();
        assertThat(one.acquire(new Visit(2, "counts", 8L, null), limits)).isEmpty();
        assertThat(one.acquire(new Visit(3, "counts", 7L, null), limits)).isPresent();
        assertThat(one.acquire(new Visit(1, "counts", 9L, null), limits)).isPresent();
        assertThat(one.acquire(new Visit(4, "counts", 9L, null), limits)).isEmpty();
    }

    @Test
    void limitsNothingThatHasNoLimit() {
        CallLimits none = new CallLimits(database.engine(), Duration.ZERO);

        assertThat(none.acquire(CALL, new Limits(null, null))).isEmpty();
    }
}
