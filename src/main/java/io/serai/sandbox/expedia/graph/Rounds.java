package io.serai.sandbox.expedia.graph;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes round for ever: writes notifications, takes them out, gives up the old ones. */
final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int AT_ONCE = 32;

    private final Outbox outbox;
    private final Callbacks callbacks;
    private final Postman postman;
    private final ExecutorService carriers;
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        var thread = new Thread(work, "sandbox-notifications");
                        thread.setDaemon(true);
                        return thread;
                    });

    Rounds(
            Outbox outbox,
            Callbacks callbacks,
            Postman postman,
            ExecutorService carriers,
            Duration every) {
        this.outbox = outbox;
        this.callbacks = callbacks;
        this.postman = postman;
        this.carriers = carriers;
        clockwork.scheduleWithFixedDelay(
                this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Greets a new address in the background. */
    void greet(Callback callback) {
        carriers.execute(
                () -> {
                    try {
                        callbacks.greeted(callback, postman.greet(callback));
                    } catch (IOException noAnswer) {
                        LOG.info("Callback {} did not answer its greeting", callback.id());
                    }
                });
    }

    private void round() {
        try {
            outbox.collect();
            outbox.due(AT_ONCE).forEach(one -> carriers.execute(() -> carry(one)));
        } catch (RuntimeException e) {
            if (!clockwork.isShutdown()) {
                LOG.error("The stand-in's notifications failed", e);
            }
        }
    }

    private void carry(Notification notification) {
        try {
            var callback = callbacks.subscribed(notification.account(), notification.event());
            if (callback.isEmpty()) {
                outbox.failed(notification, "NO_SUBSCRIPTION", "nobody subscribes to it");
                return;
            }
            var status = postman.post(callback.get(), notification.envelope());
            if (status / 100 == 2) {
                outbox.delivered(notification);
            } else {
                outbox.failed(notification, "HTTP_" + status, "the callback answered " + status);
            }
        } catch (IOException noAnswer) {
            outbox.failed(notification, "NO_ANSWER", "the callback did not answer");
        } catch (RuntimeException e) {
            if (!clockwork.isShutdown()) {
                LOG.error("Notification {} failed", notification.id(), e);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        clockwork.shutdownNow();
        carriers.shutdown();
        carriers.awaitTermination(5, TimeUnit.SECONDS);
    }
}
