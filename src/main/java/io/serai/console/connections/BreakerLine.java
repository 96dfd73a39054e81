package io.serai.console.connections;

import io.serai.channel.breaker.BreakerState;
import io.serai.console.Times;
import java.time.ZoneId;

/**
 * A circuit breaker of a connection.
 *
 * @param call the endpoint
 * @param of whose calls it counts
 * @param state closed, open or half-open
 * @param words how it came to be so
 * @param passes whether calls pass
 */
record BreakerLine(String call, String of, String state, String words, boolean passes) {

    static BreakerLine of(BreakerState breaker, ZoneId zone) {
        String counted =
                breaker.counted() == 0
                        ? "no call lately"
                        : breaker.failed()
                                + " of the last "
                                + breaker.counted()
                                + " calls failed, "
                                + breaker.slow()
                                + " were slow";
        String until =
                breaker.until() == null
                        ? ""
                        : "; held back until "
                                + Times.moment(breaker.until(), zone)
                                + ", "
                                + breaker.refused()
                                + " so far";
        return new BreakerLine(
                breaker.key().call(),
                breaker.key().connection() == null ? "the account" : "this hotel",
                breaker.state(),
                counted + until,
                breaker.isClosed());
    }
}
