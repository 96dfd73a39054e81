package io.serai.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits until something is so. */
final class Patience {

    private static final long LOOK = Duration.ofMillis(100).toNanos();

    private Patience() {}

    /**
     * @param what that is waited for, in words
     * @param instead what is so instead, asked when the time is over
     */
    static void until(
            Duration most, String what, BooleanSupplier reached, Supplier<String> instead) {
        var end = System.nanoTime() + most.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "not within " + most.toSeconds() + " s: " + what + "; " + instead.get());
            }
            LockSupport.parkNanos(LOOK);
        }
    }
}
