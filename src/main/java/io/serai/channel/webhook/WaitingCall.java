package io.serai.channel.webhook;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.dao.QueryTimeoutException;

/** A call that waits to be kept, and whoever waits with it. */
final class WaitingCall {

    private enum Turn {
        WAITS,
        WRITES,
        IS_TOLD,
        GAVE_UP
    }

    private final CallRow call;
    private final CompletableFuture<Boolean> fresh = new CompletableFuture<>();
    private final AtomicReference<Turn> turn = new AtomicReference<>(Turn.WAITS);
    private final CountDownLatch woken = new CountDownLatch(1);

    WaitingCall(CallRow call) {
        this.call = call;
    }

    CallRow call() {
        return call;
    }

    /**
     * Waits until this one is to write for all that wait, or is told what became of it.
     *
     * @return whether it is to write
     * @throws GaveUp when neither came in time
     */
    boolean isToWrite(Duration patience) {
        try {
            woken.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (turn.compareAndSet(Turn.WAITS, Turn.GAVE_UP)) {
            throw new GaveUp(patience);
        }
        return turn.get() == Turn.WRITES;
    }

    /** Whether it was kept for the first time; throws what kept it from being kept. */
    boolean isFresh() {
        try {
            return fresh.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw failed;
        }
    }

    /** False when it waits no more. */
    boolean haveItWrite() {
        return wake(Turn.WRITES);
    }

    void keep(boolean first) {
        fresh.complete(first);
        wake(Turn.IS_TOLD);
    }

    void fail(Throwable failure) {
        fresh.completeExceptionally(failure);
        wake(Turn.IS_TOLD);
    }

    private boolean wake(Turn to) {
        boolean waits = turn.compareAndSet(Turn.WAITS, to);
        woken.countDown();
        return waits;
    }

    /** It is not known whether the call is kept. */
    static final class GaveUp extends QueryTimeoutException {

        private static final long serialVersionUID = 1L;

        GaveUp(Duration patience) {
            super("waited to be kept (expected: within " + patience.toSeconds() + " s)");
        }
    }
}
