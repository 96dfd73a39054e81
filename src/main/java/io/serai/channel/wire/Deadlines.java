package io.serai.channel.wire;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.concurrent.Cancellable;

/**
 * Cuts calls that take too long as a whole. A time-out of the socket would not: it begins anew with
 * each byte of a dripping answer.
 */
public final class Deadlines implements AutoCloseable {

    private final ScheduledExecutorService timer;

    Deadlines() {
        ScheduledThreadPoolExecutor one =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> {
                            Thread thread = new Thread(task, "channel-deadlines");
                            thread.setDaemon(true);
                            return thread;
                        });
        one.setRemoveOnCancelPolicy(true);
        timer = one;
    }

    /** Cuts the call after this time, unless the watch is closed before. */
    public Watch watch(Cancellable call, Duration deadline) {
        return new Watch(timer, call, deadline);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** The watch over one call. */
    public static final class Watch implements AutoCloseable {

        private final AtomicBoolean cut = new AtomicBoolean();
        private final ScheduledFuture<?> end;

        private Watch(ScheduledExecutorService timer, Cancellable call, Duration deadline) {
            end =
                    timer.schedule(
                            () -> {
                                cut.set(true);
                                call.cancel();
                            },
                            deadline.toMillis(),
                            TimeUnit.MILLISECONDS);
        }

        /** Whether the call was cut. */
        public boolean cut() {
            return cut.get();
        }

        @Override
        public void close() {
            end.cancel(false);
        }
    }
}
