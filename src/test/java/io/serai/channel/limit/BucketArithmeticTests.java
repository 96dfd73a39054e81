package io.serai.channel.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.serai.channel.Limit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class BucketArithmeticTests {

    @Property(tries = 300)
    void neverGivesMoreThanTheLimitInAnyStretchOfItsTimeHoweverItIsAsked(
            @ForAll @IntRange(min = 2, max = 200) int calls,
            @ForAll @IntRange(min = 1, max = 100) int percent,
            @ForAll @Size(min = 20, max = 400) List<@LongRange(min = 0, max = 4_000) Long> pauses) {
        Duration per = Duration.ofMinutes(1);
        int sustained = Math.max(1, (calls - 1) * percent / 100);
        Limit limit = new Limit(calls, per, sustained);
        List<Long> given = given(List.of(limit), pauses);

        assertThat(most(given, per)).isLessThanOrEqualTo(calls);
    }

    @Property(tries = 100)
    void holdsSeveralLimitsAtOnce(
            @ForAll @Size(min = 20, max = 400) List<@LongRange(min = 0, max = 1_000) Long> pauses) {
        Limit minute = Limit.parse("40/m sustained 20");
        Limit second = Limit.parse("5/s");
        List<Long> given = given(List.of(minute, second), pauses);

        assertThat(most(given, minute.per())).isLessThanOrEqualTo(40);
        assertThat(most(given, second.per())).isLessThanOrEqualTo(5);
    }

    /** After each pause as many calls as there are tokens; their times in milliseconds. */
    private static List<Long> given(List<Limit> limits, List<Long> pauses) {
        Hand hand = new Hand();
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(hand);
        for (var bandwidth : Buckets.configuration(limits).getBandwidths()) {
            builder.addLimit(bandwidth);
        }
        Bucket bucket = builder.build();
        List<Long> given = new ArrayList<>();
        for (long pause : pauses) {
            hand.millis += pause;
            while (bucket.tryConsume(1)) {
                given.add(hand.millis);
            }
        }
        return given;
    }

    private static int most(List<Long> given, Duration per) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < given.size(); to++) {
            while (given.get(to) - given.get(from) >= per.toMillis()) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    /** A clock that is moved by hand. */
    private static final class Hand implements TimeMeter {

        private long millis = 1_000_000;

        @Override
        public long currentTimeNanos() {
            return millis * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
