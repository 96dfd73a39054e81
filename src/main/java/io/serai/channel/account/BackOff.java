package io.serai.channel.account;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** How long is waited after failures in a row: twice as long each time, never twice the same. */
final class BackOff {

    private static final long FIRST = Duration.ofSeconds(5).toMillis();
    private static final long LONGEST = Duration.ofMinutes(15).toMillis();

    private BackOff() {}

    /** The wait after one more failure than these. */
    static Duration after(int failures) {
        long most = Math.min(LONGEST, FIRST << Math.min(failures, 20));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    /** Whether a wait is none that anybody would begin: it was set by a clock that was wrong. */
    static boolean isBeyond(Instant until, Instant now) {
        return until.isAfter(now.plusMillis(LONGEST));
    }
}
