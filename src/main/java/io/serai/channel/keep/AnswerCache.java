package io.serai.channel.keep;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.Set;
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
    private final Runnable elsewhere;

    /**
     * @param elsewhere tells the other instances that something is to be dropped
     */
    AnswerCache(MeterRegistry meters, Ticker ticker, Runnable elsewhere) {
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

    /** Keeps an answer for its time. */
    public void keep(Question question, Kept kept) {
        answers.put(question, kept);
    }

    /** Drops what a port answered for a connection, in all instances. */
    public void drop(long connection, String port) {
        drop(connection, Set.of(port));
    }

    /** The same of several ports. */
    public void drop(long connection, Set<String> ports) {
        forget(it -> it.connection() == connection && ports.contains(it.port()));
        elsewhere.run();
    }

    /** Drops all that is kept of a connection in this instance: something went wrong there. */
    public void failed(long connection) {
        forget(it -> it.connection() == connection);
    }

    /** Another instance dropped something. */
    void dropAll() {
        answers.invalidateAll();
    }

    private void forget(Predicate<Question> which) {
        answers.asMap().keySet().removeIf(which);
    }
}
