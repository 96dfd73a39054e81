package io.serai.reservation.hook;

import java.io.IOException;
import java.time.Duration;

/** A receiver answered something else than that it took a delivery. */
public final class HookNotTaken extends IOException {

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

    /** What it answered. */
    public int status() {
        return status;
    }

    /** For how long it wants to be left alone; zero: it does not say. */
    public Duration delay() {
        return wait;
    }

    /** Nobody is there any more who wants to be told. */
    public boolean isGone() {
        return status == GONE;
    }
}
