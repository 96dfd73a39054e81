package io.serai.channel.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.Limit;
import io.serai.testing.Database;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseClockTests {

    private final AtomicLong time = new AtomicLong(1_000_000);
    private final AtomicLong here = new AtomicLong(50);
    private final AtomicLong way = new AtomicLong(10);

    @Test
    void goesOnByWhatPassesHereAndLooksNowAndThen() {
        DatabaseClock clock = clock();
        clock.look();
        pass(Duration.ofSeconds(9));
        long meanwhile = clock.currentTimeNanos();
        time.addAndGet(-2_000);
        clock.look();
        long early = clock.currentTimeNanos();
        pass(Duration.ofSeconds(2));
        clock.look();

        assertThat(meanwhile).isEqualTo(time.get() + 2_000 - Duration.ofSeconds(2).toNanos() + 5);
        assertThat(early).isEqualTo(meanwhile);
        assertThat(clock.currentTimeNanos()).isEqualTo(time.get() + 5);
    }

    @Test
    void takesNoWorseReadingUntilItsOwnIsOld() {
        DatabaseClock clock = clock();
        clock.look();
        way.set(1_000_000);
        pass(Duration.ofSeconds(11));
        long before = clock.currentTimeNanos();
        clock.look();
        long after = clock.currentTimeNanos();
        pass(Duration.ofSeconds(60));
        clock.look();

        assertThat(after - before).isEqualTo(1_000_000);
        assertThat(clock.currentTimeNanos()).isEqualTo(time.get() + 500_000);
    }

    @Test
    void fillsBucketsByTheDatabasesTimeWhateverTheClockHere() {
        try (Database database = Database.fresh()) {
            Buckets buckets = new Buckets(database.engine(), clock());
            Bound bound = Bound.ofAccount(1, "counts", List.of(Limit.parse("1/h")));

            boolean first = buckets.ask(bound, bucket -> bucket.tryConsume(1));
            boolean second = buckets.ask(bound, bucket -> bucket.tryConsume(1));
            pass(Duration.ofMinutes(61));
            boolean later = buckets.ask(bound, bucket -> bucket.tryConsume(1));

            assertThat(List.of(first, second, later)).containsExactly(true, false, true);
        }
    }

    @Test
    void readsTheTimeOfADatabase() {
        try (Database database = Database.fresh()) {
            DatabaseClock clock = new DatabaseClock(JdbcClient.create(database.engine()));
            clock.look();

            assertThat(Duration.ofNanos(clock.currentTimeNanos()))
                    .isCloseTo(
                            Duration.ofMillis(System.currentTimeMillis()), Duration.ofSeconds(5));
        }
    }

    /** It takes some of the time here to ask, and all of it comes back with the answer. */
    private DatabaseClock clock() {
        return new DatabaseClock(
                () -> {
                    here.addAndGet(way.get());
                    return time.get();
                },
                here::get);
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
        here.addAndGet(duration.toNanos());
    }
}
