package io.serai.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.channel.PushAnswer.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what became of messages that carry rooms and prices, and how long changes took. */
@Component
class DeliveryMeters {

    private static final String SETTLED = "serai.delivery.settled";

    private final MeterRegistry meters;

    DeliveryMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * A message was answered.
     *
     * @param since how long ago the oldest change of it was written; null where that is not known
     */
    void settled(Connection connection, Verdict verdict, @Nullable Duration since) {
        String channel = connection.channel().code();
        String outcome = verdict.putOff() ? "put-off" : verdict.outcome().word();
        meters.counter(SETTLED, "channel", channel, "outcome", outcome).increment();
        if (since != null && verdict.outcome() == Outcome.APPLIED) {
            meters.timer("serai.delivery.latency", "channel", channel).record(since);
        }
    }

    /** The sender of a message is gone: nobody heard the answer. */
    void lost(String channel) {
        meters.counter(SETTLED, "channel", channel, "outcome", "lost").increment();
    }
}
