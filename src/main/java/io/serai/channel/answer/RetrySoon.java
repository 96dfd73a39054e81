package io.serai.channel.answer;

import io.serai.channel.NotSent;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether a call that failed is made again within its route: twice at most, and only where the
 * channel, or whoever held it back, does not want to be left alone for longer than seconds.
 */
@Component("retrySoon")
public class RetrySoon {

    private static final int MOST = 2;
    private static final double JITTER = 0.2;

    private final Duration longest;

    RetrySoon(@Value("${serai.retry.longest-delay:5s}") Duration longest) {
        this.longest = longest;
    }

    /** Says so, and in the exchange how long to wait where the channel named a time. */
    public boolean isWorthIt(Exchange exchange) {
        int failed = exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER, 1, Integer.class);
        Integer asked = asked(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        if (failed > MOST || asked != null && asked > longest.toSeconds()) {
            return false;
        }
        if (asked != null) {
            double more = 1 + JITTER * ThreadLocalRandom.current().nextDouble();
            exchange.getMessage()
                    .setHeader(Exchange.REDELIVERY_DELAY, (long) (asked * 1000 * more));
        }
        return true;
    }

    /** Seconds. */
    private static @Nullable Integer asked(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ChannelFault fault) {
                return fault.retryAfter();
            }
            if (cause instanceof NotSent held) {
                return held.after();
            }
        }
        return null;
    }
}
