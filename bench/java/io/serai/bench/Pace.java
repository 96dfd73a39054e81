package io.serai.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Spreads a number of acts over a time, until it is told to hurry. */
final class Pace {

    private final long began = System.nanoTime();
    private final double nanosAnAct;
    private volatile boolean hurries;

    Pace(int acts, Duration time) {
        this.nanosAnAct = (double) time.toNanos() / Math.max(1, acts);
    }

    /** So many acts are done: waits until the next one may be. */
    void reached(int acts) {
        while (!hurries && System.nanoTime() - began < acts * nanosAnAct) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** All that is left follows without a rest. */
    void hurry() {
        hurries = true;
    }
}
