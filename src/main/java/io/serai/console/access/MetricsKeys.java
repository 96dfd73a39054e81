package io.serai.console.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Knows the keys that are shown for the metrics, also while the database cannot answer, of which
 * they tell. One that it took within a while is taken again then, for the metrics alone, and no
 * longer than it would be good anyway. What the database says holds as soon as it says it.
 */
@Component
class MetricsKeys implements AutoCloseable {

    /** So long its answer is waited for: whoever scrapes gives up after ten seconds, usually. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int AT_ONCE = 4;

    private final KeyProofs keys;
    private final Duration remember;
    private final Clock clock;

    /** By the hash of their text, which is not kept. */
    private final Map<String, UsedKey> remembered = new ConcurrentHashMap<>();

    private final ExecutorService asking =
            new ThreadPoolExecutor(
                    0, AT_ONCE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), MetricsKeys::thread);

    MetricsKeys(KeyProofs keys, KeySettings settings, Clock clock) {
        this.keys = keys;
        this.remember = settings.remembered();
        this.clock = clock;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "metrics-keys");
        thread.setDaemon(true);
        return thread;
    }

    /** Whose key a program shows; empty for one that is not, or no more, good. */
    Optional<UsedKey> used(String shown) {
        return KeyText.read(shown)
                .flatMap(key -> used(HexFormat.of().formatHex(key.hash()), shown));
    }

    private Optional<UsedKey> used(String hash, String shown) {
        UsedKey before = remembered.get(hash);
        if (before == null || !before.until().isAfter(clock.instant())) {
            return ask(hash, shown);
        }
        try {
            return asking.submit(() -> ask(hash, shown))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException | RejectedExecutionException away) {
            return Optional.of(before);
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<UsedKey> ask(String hash, String shown) {
        Optional<UsedKey> answer = keys.used(shown);
        if (answer.isPresent() && answer.get().grants().mayEverywhere(Right.ENGINEER)) {
            Instant until = clock.instant().plus(remember);
            remembered.put(hash, answer.get().only(Right.ENGINEER, until));
        } else {
            remembered.remove(hash);
        }
        return answer;
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
