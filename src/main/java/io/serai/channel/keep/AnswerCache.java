package io.serai.channel.keep;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Keeps answers of channels that change slowly, each connection's by itself, in the memory of this
 * instance. What drops them here drops those of all instances; an error drops those of its
 * connection here.
 */
public final class AnswerCache {

    private static final long MOST_BYTES = 64 << 20;

    private final Cache<Question, Kept> answers;
    private final MeterRegistry meters;
    private final BiConsumer<Long, Set<String>> elsewhere;
    private final Map<Long, Long> drops = new HashMap<>();
    private long dropsOfAll;

    /**
     * @param elsewhere tells the other instances what is to be dropped: of which connection and of
     *     which of its ports
     */
    AnswerCache(MeterRegistry meters, Ticker ticker, BiConsumer<Long, Set<String>> elsewhere) {
        this.meters = meters;
        this.elsewhere = elsewhere;
        this.answers =
                Caffeine.newBuilder()
                        .ticker(ticker)
                        .maximumWeight(MOST_BYTES)
                        .weigher((Question asked, Kept kept) -> kept.answer().body().length)
                        .expireAfter(Expiry.creating((Question asked, Kept kept) -> kept.time()))
                        .build();
    }

    /** An answer that is still good. */
    public Optional<Kept> find(String channel, Question question) {
        Optional<Kept> found = Optional.ofNullable(answers.getIfPresent(question));
        meters.counter(
                        "serai.kept.asked",
                        "channel",
                        channel,
                        "port",
                        question.port(),
                        "found",
                        Boolean.toString(found.isPresent()))
                .increment();
        return found;
    }

    /** How often something of a connection was dropped here. */
    public synchronized long drops(long connection) {
        return dropsOfAll + drops.getOrDefault(connection, 0L);
    }

    /**
     * Keeps an answer for its time, unless something of its connection was dropped since it was
     * asked for: it may be as old as what was dropped.
     *
     * @param before what {@link #drops} said before the channel was asked
     */
    public synchronized void keep(Question question, Kept kept, long before) {
        if (drops(question.connection()) == before) {
            answers.put(question, kept);
        }
    }

    /** Drops what a port answered for a connection, in all instances. */
    public void drop(long connection, String port) {
        drop(connection, Set.of(port));
    }

    /** The same of several ports. */
    public void drop(long connection, Set<String> ports) {
        dropHere(connection, ports);
        if (!ports.isEmpty()) {
            elsewhere.accept(connection, ports);
        }
    }

    /** The same in this instance. */
    void dropHere(long connection, Set<String> ports) {
        forget(connection, it -> ports.contains(it.port()));
    }

    /** Drops all that is kept of a connection in this instance: something went wrong there. */
    public void failed(long connection) {
        forget(connection, it -> true);
    }

    /** Nobody knows what other instances dropped. */
    synchronized void dropAll() {
        dropsOfAll++;
        answers.invalidateAll();
    }

    private synchronized void forget(long connection, Predicate<Question> which) {
        drops.merge(connection, 1L, Long::sum);
        answers.asMap().keySet().removeIf(it -> it.connection() == connection && which.test(it));
    }
}
