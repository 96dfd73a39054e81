package io.serai.certified;

import io.serai.testing.RunningSerai;
import java.util.Map;

/**
 * A Serai whose limit at Booking.com is scaled down, so that seconds are enough to reach it; with
 * the system property {@code certified.minutes} it is the usual one, for a run of so many minutes.
 */
final class CertifyingSerai {

    private static final Integer MINUTES = Integer.getInteger("certified.minutes");

    /** Calls of a kind and account that may be made in any stretch of {@link #SECONDS}. */
    static final int CALLS = MINUTES == null ? 30 : 75;

    /** The length of that stretch. */
    static final int SECONDS = MINUTES == null ? 10 : 60;

    /** How long edits go on. */
    static final int EDITING = MINUTES == null ? 15 : MINUTES * 60;

    /** Started by the first who asks; it ends with the JVM. */
    static final RunningSerai RUNNING =
            RunningSerai.with(
                    Map.of(
                            "serai.channels.bookingcom.limit",
                            CALLS + "/" + SECONDS + "s",
                            "serai.channels.bookingcom.poll-every",
                            "1s",
                            "serai.reservations.own-count-margin",
                            "1s"));

    private CertifyingSerai() {}
}
