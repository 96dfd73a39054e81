package io.serai.sandbox.guests;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a guest act every few seconds: book, and later perhaps change or cancel. Guests who wait
 * with that are forgotten when the stand-in ends; their bookings stand.
 */
final class Visits implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Visits.class);

    /** One act in so many is another guest's second thought. */
    private static final int SECOND_THOUGHTS = 3;

    private final Supplier<List<Desk>> desks;
    private final Clock clock;
    private final Duration every;
    private final Random random = new Random();
    private final List<Runnable> later = new ArrayList<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        var thread = new Thread(task, "sandbox-guests");
                        thread.setDaemon(true);
                        return thread;
                    });

    Visits(Supplier<List<Desk>> desks, Clock clock, Duration every) {
        this.desks = desks;
        this.clock = clock;
        this.every = every;
    }

    void begin() {
        timer.scheduleWithFixedDelay(
                this::visit, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void visit() {
        try {
            act();
        } catch (RuntimeException e) {
            log.warn("A guest could not act: {}", e.toString());
        }
    }

    /** One act of one guest; none where no hotel is. */
    void act() {
        if (!later.isEmpty() && random.nextInt(SECOND_THOUGHTS) == 0) {
            later.remove(random.nextInt(later.size())).run();
            return;
        }
        var house = House.anyOf(desks.get(), random);
        if (house != null) {
            book(house, house.guest(random.nextLong(), clock));
        }
    }

    private void book(House house, BookingLife life) {
        var number = house.desk().book(house.id(), house.form(life, life.nights()));
        if (number == null) {
            return;
        }
        if (life.changes() > 0) {
            var form = house.form(life, life.nights() + 1);
            later.add(() -> house.desk().change(house.id(), number, form));
        }
        if (life.cancelledOn() != null) {
            later.add(() -> house.desk().cancel(house.id(), number));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
