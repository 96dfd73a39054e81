package io.serai.channel.breaker;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The breaker and the time limiter of one key. The limiter has no clock of its own: what cuts a
 * call is the hard deadline of the wire, and it counts what that cut.
 */
final class Breaker {

    private static final Duration PROBES_UNDER_WAY = Duration.ofSeconds(1);

    private final BreakerKey key;
    private final CircuitBreaker circuit;
    private final TimeLimiter limiter;
    private final Clock clock;
    private final Duration openFor;
    private volatile @Nullable Instant since;
    private volatile Instant used;

    Breaker(
            BreakerKey key,
            CircuitBreaker circuit,
            TimeLimiter limiter,
            Clock clock,
            Duration openFor) {
        this.key = key;
        this.circuit = circuit;
        this.limiter = limiter;
        this.clock = clock;
        this.openFor = openFor;
        this.used = clock.instant();
        circuit.getEventPublisher().onStateTransition(moved -> since = clock.instant());
    }

    /** Whether a call may be made now; it must be ended or given back. */
    boolean lets() {
        used = clock.instant();
        return circuit.tryAcquirePermission();
    }

    BreakerOpen refusal() {
        Instant until = until();
        Duration wait = until == null ? Duration.ZERO : Duration.between(clock.instant(), until);
        return new BreakerOpen(key, wait.compareTo(PROBES_UNDER_WAY) < 0 ? PROBES_UNDER_WAY : wait);
    }

    long now() {
        return circuit.getCurrentTimestamp();
    }

    /** The call was not made after all. */
    void notMade() {
        circuit.releasePermission();
    }

    void answered(long began) {
        circuit.onSuccess(now() - began, circuit.getTimestampUnit());
        limiter.onSuccess();
    }

    void failed(long began, Throwable failure) {
        circuit.onError(now() - began, circuit.getTimestampUnit(), failure);
        limiter.onError(
                failure instanceof InterruptedIOException
                        ? new TimeoutException(failure.getMessage())
                        : failure);
    }

    /** Forgets what it counted; whether it was not closed. */
    boolean close() {
        boolean open = circuit.getState() != CircuitBreaker.State.CLOSED;
        circuit.reset();
        return open;
    }

    /** Whether nobody wanted to call for so long, and it would let calls pass. */
    boolean isIdle(Duration time) {
        Instant now = clock.instant();
        Instant until = until();
        return used.plus(time).isBefore(now) && (until == null || until.isBefore(now));
    }

    BreakerState state() {
        CircuitBreaker.Metrics counts = circuit.getMetrics();
        return new BreakerState(
                key,
                BreakerState.word(circuit.getState()),
                since,
                until(),
                counts.getFailureRate() < 0 ? null : counts.getFailureRate(),
                counts.getNumberOfBufferedCalls(),
                counts.getNumberOfFailedCalls(),
                counts.getNumberOfSlowCalls(),
                counts.getNumberOfNotPermittedCalls());
    }

    private @Nullable Instant until() {
        Instant opened = since;
        return circuit.getState() == CircuitBreaker.State.OPEN && opened != null
                ? opened.plus(openFor)
                : null;
    }
}
