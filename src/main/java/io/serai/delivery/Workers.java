package io.serai.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;

/**
 * Who serves connections in this instance. Rounds that tell all of a hotel leave a quarter of the
 * workers free, so that what is edited meanwhile elsewhere need not wait for their end.
 */
@Component
class Workers {

    /** After which one is looked for again that may tell all of a hotel. */
    static final Duration AGAIN = Duration.ofSeconds(5);

    private static final int LEFT = 4;

    private final Semaphore all;
    private final Semaphore bulk;
    private volatile boolean wanted;

    Workers(DeliverySettings settings) {
        all = new Semaphore(settings.workers());
        bulk = new Semaphore(Math.max(1, settings.workers() - settings.workers() / LEFT));
    }

    /** Takes as many claims as there are workers free. */
    List<Claim> use(IntFunction<List<Claim>> claims) {
        wanted = true;
        int free = all.drainPermits();
        int taken = 0;
        try {
            List<Claim> due = free == 0 ? List.of() : claims.apply(free);
            taken = due.size();
            wanted = taken == free;
            return due;
        } finally {
            all.release(free - taken);
        }
    }

    /** Takes the right to tell all of a hotel; false where as many as may have it. */
    boolean bulkBegins() {
        return bulk.tryAcquire();
    }

    /** Whether the last look for claims may have left some for want of a worker. */
    boolean areWanted() {
        return wanted;
    }

    /**
     * A worker is free again.
     *
     * @param wasBulk whether it had the right to tell all of a hotel
     */
    void done(boolean wasBulk) {
        if (wasBulk) {
            bulk.release();
        }
        all.release();
    }
}
