package io.serai.channel.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Times each way over the wire, without what it waited for its turn, by channel, endpoint and what
 * became of it.
 */
final class CallMeters {

    private final MeterRegistry meters;

    CallMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * A call begins.
     *
     * @param name the endpoint's in the channel's description
     */
    Call begin(String channel, String name) {
        return new Call(channel, name);
    }

    /** A call under way: without a whole answer when it ends, nobody was reached. */
    final class Call {

        private final Timer.Sample sample = Timer.start(meters);
        private final String channel;
        private final String name;
        private String outcome = "unreachable";

        private Call(String channel, String name) {
            this.channel = channel;
            this.name = name;
        }

        void answered(int status) {
            outcome =
                    switch (status) {
                        case 401, 403 -> "denied";
                        case 404 -> "missing";
                        case 429 -> "throttled";
                        default -> status < 400 ? "ok" : status < 500 ? "refused" : "failed";
                    };
        }

        void ended() {
            sample.stop(
                    meters.timer(
                            "serai.channel.calls",
                            "channel",
                            channel,
                            "call",
                            name,
                            "outcome",
                            outcome));
        }
    }
}
