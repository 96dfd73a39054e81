package io.serai.channel.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts waits under limits, and shows what is left of those that are accounts'. */
final class LimitMeters {

    private final MeterRegistry meters;
    private final Map<String, AtomicLong> left = new ConcurrentHashMap<>();

    LimitMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A call got its turn. */
    void made(Asking asking, Duration waited) {
        meters.timer("serai.limits.waits", tags(asking, "urgency", asking.urgency().word()))
                .record(waited);
    }

    /** A call was put off. */
    void putOff(Asking asking, String limit) {
        meters.counter("serai.limits.put-off", tags(asking, "limit", limit)).increment();
    }

    /** A channel asked to be left alone. */
    void stopped(Asking asking, String limit) {
        meters.counter("serai.limits.stopped", tags(asking, "limit", limit)).increment();
    }

    /** So many tokens are left; a gauge for each limit of an account, none for hotels. */
    void left(Asking asking, Bound bound, long tokens) {
        if (!bound.ofHotel()) {
            left.computeIfAbsent(
                            bound.id(),
                            id ->
                                    meters.gauge(
                                            "serai.limits.tokens",
                                            tags(asking, "limit", bound.name())
                                                    .and("account", "" + asking.account()),
                                            new AtomicLong()))
                    .set(tokens);
        }
    }

    private static Tags tags(Asking asking, String key, String value) {
        return Tags.of("channel", asking.channel(), key, value);
    }
}
