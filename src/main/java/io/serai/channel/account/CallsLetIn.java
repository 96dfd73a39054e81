package io.serai.channel.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells a token that a channel does not take from a call that the account may not make: while other
 * calls of the account are let in, one that even a new token does not help is at fault alone, and
 * no token is renewed for it for a while. Each instance finds this out by itself.
 */
public final class CallsLetIn {

    private static final Duration RECENT = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<Long, Map<String, Instant>> letIn = new ConcurrentHashMap<>();
    private final Map<Long, Map<String, KeptOut>> keptOut = new ConcurrentHashMap<>();

    CallsLetIn(Clock clock) {
        this.clock = clock;
    }

    private record KeptOut(Instant until, int times) {}

    /** The channel took the token of this call. */
    public void letIn(long account, String call) {
        of(letIn, account).put(call, clock.instant());
        of(keptOut, account).remove(call);
    }

    /** Whether the channel took the token of another call in the last five minutes. */
    public boolean areOthers(long account, String call) {
        Instant since = clock.instant().minus(RECENT);
        return of(letIn, account).entrySet().stream()
                .anyMatch(it -> !it.getKey().equals(call) && it.getValue().isAfter(since));
    }

    /** Not even a new token let this call in: none is renewed for it for a while. */
    public void keepOut(long account, String call) {
        of(keptOut, account).compute(call, (name, before) -> oneMore(before));
    }

    /** Whether no token is to be renewed for this call now. */
    public boolean isKeptOut(long account, String call) {
        KeptOut out = of(keptOut, account).get(call);
        return out != null && out.until().isAfter(clock.instant());
    }

    private KeptOut oneMore(@Nullable KeptOut before) {
        int times = before == null ? 0 : before.times();
        return new KeptOut(clock.instant().plus(BackOff.after(times)), times + 1);
    }

    private static <V> Map<String, V> of(Map<Long, Map<String, V>> calls, long account) {
        return calls.computeIfAbsent(account, it -> new ConcurrentHashMap<>());
    }
}
