package io.serai.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a run of the fault suite is asked for.
 *
 * @param seed of everything that is left to chance
 * @param count faults of all kinds that are to strike
 * @param minutes the most that faults go on
 * @param work where databases and logs lie
 */
record FaultSettings(long seed, int count, int minutes, Path work) {

    private static final int A_THOUSAND = 1_000;

    /** From the system properties {@code faults.*}. */
    static FaultSettings given() {
        return new FaultSettings(
                Long.parseLong(given("seed", "1")),
                Integer.parseInt(given("count", "1200")),
                Integer.parseInt(given("minutes", "20")),
                Path.of(given("work", "target/faults")));
    }

    private static String given(String name, String otherwise) {
        var value = System.getProperty("faults." + name, "");
        return value.isBlank() ? otherwise : value;
    }

    /** So many of each thousand, at least one. */
    int ofThousand(int share) {
        return Math.max(1, count * share / A_THOUSAND);
    }

    Duration most() {
        return Duration.ofMinutes(minutes);
    }

    /** Guests whose acts fill the time. */
    ReplaySettings guests(int aMinute) {
        return new ReplaySettings(
                minutes * aMinute, 0, 0, seed, 60, Path.of("no file: guests are invented"), work);
    }
}
