package io.serai.channel.breaker;

import static java.util.Comparator.comparing;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The breakers of this instance, one for each connection, or account where a call is for all of its
 * hotels, and endpoint. Each instance finds out by itself that a channel fails.
 */
public final class Breakers {

    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);
    private static final Duration SWEEP = Duration.ofMinutes(1);

    private final String instance = ManagementFactory.getRuntimeMXBean().getName();
    private final BreakerSettings settings;
    private final Clock clock;
    private final CircuitBreakerRegistry circuits;
    private final TimeLimiterRegistry limiters = TimeLimiterRegistry.ofDefaults();
    private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();
    private volatile Instant swept = Instant.EPOCH;

    Breakers(BreakerSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.circuits =
                CircuitBreakerRegistry.of(
                        CircuitBreakerConfig.custom()
                                .clock(clock)
                                .slidingWindowSize(settings.window())
                                .minimumNumberOfCalls(settings.leastCalls())
                                .failureRateThreshold(settings.failureRate())
                                .slowCallDurationThreshold(settings.slowCall())
                                .slowCallRateThreshold(settings.slowRate())
                                .waitDurationInOpenState(settings.openFor())
                                .permittedNumberOfCallsInHalfOpenState(settings.halfOpenCalls())
                                .build());
    }

    /** Whose they are: this process and its machine, as {@code 7@serai-0}. */
    public String instance() {
        return instance;
    }

    CircuitBreakerRegistry circuits() {
        return circuits;
    }

    TimeLimiterRegistry limiters() {
        return limiters;
    }

    /**
     * The breaker of a key.
     *
     * @param deadline by which its calls are cut
     */
    Breaker of(BreakerKey key, Duration deadline) {
        sweep();
        return breakers.computeIfAbsent(key.name(), name -> add(key, name, deadline));
    }

    /** Those of a connection, and those of its account for all hotels; by their names. */
    public List<BreakerState> of(long connection, long account) {
        return states(
                key ->
                        key.connection() == null
                                ? key.account() == account
                                : key.connection() == connection);
    }

    /** Those that do not let all calls pass, by their names. */
    public List<BreakerState> open() {
        return states(key -> true).stream().filter(state -> !state.isClosed()).toList();
    }

    /** Closes those of a connection and of its account; returns how many were not closed. */
    public int close(long connection, long account) {
        return close(of(connection, account));
    }

    /** Closes all; returns how many were not closed. */
    public int closeAll() {
        return close(states(key -> true));
    }

    private int close(List<BreakerState> some) {
        int closed = 0;
        for (BreakerState state : some) {
            Breaker breaker = breakers.get(state.key().name());
            closed += breaker != null && breaker.close() ? 1 : 0;
        }
        return closed;
    }

    private List<BreakerState> states(Predicate<BreakerKey> which) {
        sweep();
        return breakers.values().stream()
                .map(Breaker::state)
                .filter(state -> which.test(state.key()))
                .sorted(comparing(state -> state.key().name()))
                .toList();
    }

    private Breaker add(BreakerKey key, String name, Duration deadline) {
        Map<String, String> tags = Map.of("channel", key.channel(), "call", key.call());
        var circuit = circuits.circuitBreaker(name, tags);
        circuit.getEventPublisher()
                .onStateTransition(
                        moved ->
                                LOG.warn(
                                        "Breaker of {} at {}: {}",
                                        name,
                                        key.channel(),
                                        BreakerState.word(
                                                moved.getStateTransition().getToState())));
        var limit = TimeLimiterConfig.custom().timeoutDuration(deadline).build();
        return new Breaker(
                key, circuit, limiters.timeLimiter(name, limit, tags), clock, settings.openFor());
    }

    /** Forgets what nobody wanted to call for long: there are never more than are called. */
    private void sweep() {
        if (swept.plus(SWEEP).isAfter(clock.instant())) {
            return;
        }
        swept = clock.instant();
        breakers.forEach(
                (name, breaker) -> {
                    if (breaker.isIdle(settings.forget()) && breakers.remove(name, breaker)) {
                        circuits.remove(name);
                        limiters.remove(name);
                    }
                });
    }
}
