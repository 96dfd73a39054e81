package io.serai.reservation.direct;

import io.serai.reservation.direct.BookingRefused.Why;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets so many work on hotels' own bookings at once, first come, first served. Whoever waits for
 * the lock of one hotel holds a connection: however many want its rooms, channels are left some.
 */
@Component
public class DirectTurns {

    private final DirectSettings settings;
    private final Semaphore turns;

    DirectTurns(DirectSettings settings) {
        this.settings = settings;
        this.turns = new Semaphore(settings.atOnce(), true);
    }

    /**
     * Waits for a turn, without a connection, and does the work.
     *
     * @throws BookingRefused as busy where no turn came in time; nothing was done
     */
    public <T> T take(Supplier<T> work) {
        if (!come()) {
            throw BookingRefused.of(
                    Why.BUSY,
                    "bookings: %d are being worked on (expected: fewer, serai.direct.at-once); try again"
                            .formatted(settings.atOnce()));
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean come() {
        try {
            return turns.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
