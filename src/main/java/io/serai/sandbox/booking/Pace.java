package io.serai.sandbox.booking;

import io.serai.sandbox.wire.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * How often each queue of each account may be called: reads apart by an interval, none right after
 * an acknowledgement, never two calls at a time. Held in memory, so a restart forgets it.
 */
final class Pace {

    private record Queue(String account, Feed feed) {}

    private static final class Turn {

        private final ReentrantLock busy = new ReentrantLock();
        private long lastRead = Long.MIN_VALUE;
        private long lastAcknowledgement = Long.MIN_VALUE;
    }

    private final Duration minInterval;
    private final Duration afterAcknowledgement;
    private final Map<Queue, Turn> turns = new ConcurrentHashMap<>();

    Pace(Duration minInterval, Duration afterAcknowledgement) {
        this.minInterval = minInterval;
        this.afterAcknowledgement = afterAcknowledgement;
    }

    <T> T read(String account, Feed feed, Supplier<T> what) {
        return alone(
                account,
                feed,
                turn -> {
                    var now = System.nanoTime();
                    apart(turn.lastRead, now, minInterval, "since the last read");
                    apart(
                            turn.lastAcknowledgement,
                            now,
                            afterAcknowledgement,
                            "since the last acknowledgement");
                    turn.lastRead = now;
                    return what.get();
                });
    }

    <T> T acknowledge(String account, Feed feed, Supplier<T> what) {
        return alone(
                account,
                feed,
                turn -> {
                    turn.lastAcknowledgement = System.nanoTime();
                    return what.get();
                });
    }

    private <T> T alone(String account, Feed feed, java.util.function.Function<Turn, T> what) {
        var turn = turns.computeIfAbsent(new Queue(account, feed), queue -> new Turn());
        if (!turn.busy.tryLock()) {
            throw new Refusal(429, "TOO_MANY_CALLS", "another call on this queue is under way");
        }
        try {
            return what.apply(turn);
        } finally {
            turn.busy.unlock();
        }
    }

    private static void apart(long last, long now, Duration least, String since) {
        if (last != Long.MIN_VALUE && now - last < least.toNanos()) {
            throw new Refusal(
                    429,
                    "TOO_MANY_CALLS",
                    Duration.ofNanos(now - last).toMillis()
                            + " ms "
                            + since
                            + " (expected: "
                            + least.toMillis()
                            + ")");
        }
    }
}
