package io.serai.reservation.hook;

import java.io.IOException;
import java.time.Duration;

/** A receiver answered something else than that it took a delivery. */
final class HookNotTaken extends IOException {

    private static final long serialVersionUID = 1;
    private static final int GONE = 410;

    private final int status;
    private final Duration wait;

    /**
     * @param wait for which the receiver wants to be left alone; zero: it does not say
     */
    HookNotTaken(int status, Duration wait) {
        super("answered " + status + " (expected: 2xx)");
        this.status = status;
        this.wait = wait;
    }

    int status() {
        return status;
    }

    Duration delay() {
        return wait;
    }

    /** Nobody is there any more who wants to be told. */
    boolean isGone() {
        return status == GONE;
    }
}
