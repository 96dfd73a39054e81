package io.serai.sandbox.expedia.graph;

import io.github.bucket4j.Bucket;
import io.serai.sandbox.wire.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often a partner may call in a second, in all and by the kind of operation. */
final class Limits {

    /** The kinds of operations that are counted by themselves. */
    enum Kind {
        RESERVATIONS,
        UPDATES,
        NOTIFICATIONS,
        PRODUCTS,
        PAYMENTS
    }

    private final int all;
    private final Map<Kind, Integer> kinds;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /**
     * @param all calls a second
     * @param kinds operations a second
     */
    Limits(int all, Map<Kind, Integer> kinds) {
        this.all = all;
        this.kinds = Map.copyOf(kinds);
    }

    /** Refused with 429 when there were too many calls. */
    void call(String account) {
        if (!take(account, all)) {
            throw new Refusal(429, "", "");
        }
    }

    /** Refused in the answer when there were too many operations of the kind. */
    void operation(String account, Kind kind) {
        int most = kinds.getOrDefault(kind, Integer.MAX_VALUE);
        if (!take(account + " " + kind, most)) {
            throw new Refused("RATE_LIMIT_EXCEEDED", "more than " + most + " a second");
        }
    }

    private boolean take(String name, int most) {
        return buckets.computeIfAbsent(
                        name,
                        fresh ->
                                Bucket.builder()
                                        .addLimit(
                                                limit ->
                                                        limit.capacity(most)
                                                                .refillGreedy(
                                                                        most,
                                                                        Duration.ofSeconds(1)))
                                        .build())
                .tryConsume(1);
    }
}
