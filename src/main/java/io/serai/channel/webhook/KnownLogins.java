package io.serai.channel.webhook;

import io.serai.channel.account.AccountLogin;
import io.serai.channel.account.ChannelAccounts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * What accounts are known by, kept for some seconds so that a call costs no opening of seals. A
 * call that is not proved by what is kept has it read anew, but not as often as somebody who only
 * guesses would like.
 */
@Component
class KnownLogins {

    /** A secret that was taken away proves a call for so long at most. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private static final int READINGS_A_SECOND = 20;

    private final ChannelAccounts accounts;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final AtomicInteger readings = new AtomicInteger();
    private volatile long second;

    KnownLogins(ChannelAccounts accounts) {
        this.accounts = accounts;
    }

    private record Known(List<AccountLogin> logins, long since) {}

    /** Those of a channel, oldest first, as they were some seconds ago at most. */
    List<AccountLogin> of(String provider) {
        Known kept = known.get(provider);
        return kept == null || System.nanoTime() - kept.since() > KEPT.toNanos()
                ? read(provider)
                : kept.logins();
    }

    /** The same as they are now; empty where that was asked too often within a second. */
    Optional<List<AccountLogin>> now(String provider) {
        long now = System.nanoTime();
        if (now - second > Duration.ofSeconds(1).toNanos()) {
            second = now;
            readings.set(0);
        }
        return readings.incrementAndGet() > READINGS_A_SECOND
                ? Optional.empty()
                : Optional.of(read(provider));
    }

    private List<AccountLogin> read(String provider) {
        long now = System.nanoTime();
        List<AccountLogin> logins = accounts.logins(provider);
        known.put(provider, new Known(logins, now));
        return logins;
    }
}
