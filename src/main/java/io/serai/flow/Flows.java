package io.serai.flow;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Loads the files once Serai is ready, that is after migrations and before it says that it takes
 * traffic, and follows them until it stops.
 */
final class Flows implements Reload {

    private static final Logger log = LoggerFactory.getLogger(Flows.class);

    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(Flows::thread);
    private final List<Follower> followers;
    private final FlowFiles files;
    private final FlowSettings settings;

    /** Whether anything changed: what one folder refused may have waited for another. */
    private boolean moved;

    /**
     * @param followers in the order in which they are to look
     */
    Flows(List<Follower> followers, FlowFiles files, FlowSettings settings) {
        this.followers = followers;
        this.files = files;
        this.settings = settings;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "flows");
        thread.setDaemon(true);
        return thread;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void start() {
        if (files.firstLoadIsOver()) {
            return;
        }
        for (Follower follower : followers) {
            attempt(follower::start);
        }
        files.firstLoaded();
        long every = settings.checkEvery().toMillis();
        looking.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    /** Nothing is loaded any more once Serai stops; Camel then stops the routes. */
    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void stop() {
        looking.shutdown();
        try {
            looking.awaitTermination(settings.stopTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void now() {
        try {
            looking.submit(
                            () -> {
                                moved = true;
                                look();
                                look();
                            })
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the folders could not be looked at", e.getCause());
        }
    }

    private void look() {
        boolean before = moved;
        moved = false;
        for (Follower follower : followers) {
            attempt(() -> moved |= follower.look(before || moved));
        }
    }

    /** A look. */
    private interface Look {
        void look() throws IOException;
    }

    private static void attempt(Look look) {
        try {
            look.look();
        } catch (IOException e) {
            log.warn("A folder cannot be looked at, all goes on as it is: {}", e.toString());
        } catch (RuntimeException e) {
            log.error("A look at the folders failed, all goes on as it is", e);
        }
    }
}
