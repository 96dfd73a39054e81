package io.serai.console.connections;

import io.serai.channel.ChannelDefinition;
import io.serai.channel.breaker.BreakerState;
import io.serai.console.RequestWords;
import io.serai.console.Times;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Whether calls of a kind are made: a circuit breaker of a connection.
 *
 * @param call what the calls are for
 * @param of whose calls it counts
 * @param state closed, open or half-open
 * @param words how it came to be so, and what it means
 * @param passes whether calls pass
 */
record BreakerLine(String call, String of, String state, String words, boolean passes) {

    static BreakerLine of(BreakerState breaker, ChannelDefinition channel, ZoneId zone) {
        return new BreakerLine(
                RequestWords.of(channel, breaker.key().call()),
                breaker.key().connection() == null
                        ? "all hotels of this login"
                        : "this hotel alone",
                breaker.state(),
                counted(breaker) + meaning(breaker, zone),
                breaker.isClosed());
    }

    private static String counted(BreakerState breaker) {
        if (breaker.counted() == 0) {
            return "No call lately.";
        }
        if (breaker.counted() == 1) {
            return breaker.failed() == 1
                    ? "The last call failed."
                    : breaker.slow() == 1
                            ? "The last call was slow."
                            : "The last call was answered in time.";
        }
        String of = " of the last " + breaker.counted() + " calls";
        if (breaker.failed() == 0 && breaker.slow() == 0) {
            return "All" + of + " were answered in time.";
        }
        return breaker.failed()
                + of
                + " failed"
                + (breaker.slow() == 0
                        ? "."
                        : ", "
                                + breaker.slow()
                                + (breaker.slow() == 1 ? " was slow." : " were slow."));
    }

    private static String meaning(BreakerState breaker, ZoneId zone) {
        if (breaker.isClosed()) {
            return "";
        }
        Instant until = breaker.until();
        return until == null
                ? " A few calls are let through now to see whether the channel works again."
                : " So the channel is left alone until "
                        + Times.moment(until, zone)
                        + "; "
                        + (breaker.refused() == 1
                                ? "1 call was put off"
                                : breaker.refused() + " calls were put off")
                        + " so far. Nothing is lost: what is to be sent is sent afterwards.";
    }
}
