package io.serai.channel.door;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.serai.channel.Limit;
import io.serai.channel.Limits;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls within a channel's limits, over all instances. In no stretch of a limit's time are
 * more calls made than it allows: a fifth of them may come at once, the rest is spread over it.
 */
final class CallLimits {

    private static final int AT_ONCE = 5;

    private final ProxyManager<String> database;
    private final Duration patience;
    private final Map<String, BucketProxy> buckets = new ConcurrentHashMap<>();

    /**
     * @param patience how long a call waits for its turn before it is sent away
     */
    CallLimits(DataSource database, Duration patience) {
        this.database =
                Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                        .primaryKeyMapper(PrimaryKeyMapper.STRING)
                        .table("call_limits")
                        .idColumn("id")
                        .stateColumn("state")
                        .expiresAtColumn("expires_at")
                        .build();
        this.patience = patience;
    }

    /** Waits for a call's turn; the wait after which it is worth trying again if it has none. */
    Optional<Duration> acquire(Visit visit, Limits limits) {
        BucketProxy hotel =
                visit.connection() == null
                        ? null
                        : bucket("hotel " + visit.connection(), visit.call(), limits.hotel());
        BucketProxy account = bucket("account " + visit.account(), visit.call(), limits.account());
        if (hotel != null && !take(hotel)) {
            return Optional.of(wait(hotel));
        }
        if (account != null && !take(account)) {
            if (hotel != null) {
                hotel.addTokens(1);
            }
            return Optional.of(wait(account));
        }
        return Optional.empty();
    }

    private @Nullable BucketProxy bucket(String whose, String call, @Nullable Limit limit) {
        return limit == null
                ? null
                : buckets.computeIfAbsent(
                        whose + " " + call + " " + limit.calls() + "/" + limit.per(),
                        key ->
                                database.builder()
                                        .withOptimization(Optimizations.batching())
                                        .build(key, () -> configuration(limit)));
    }

    private boolean take(BucketProxy bucket) {
        try {
            return patience.isZero()
                    ? bucket.tryConsume(1)
                    : bucket.asBlocking().tryConsume(1, patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the call's turn", interrupted);
        }
    }

    private static Duration wait(BucketProxy bucket) {
        return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private static BucketConfiguration configuration(Limit limit) {
        int atOnce = Math.max(1, limit.calls() / AT_ONCE);
        int spread = Math.max(1, limit.calls() - atOnce);
        return BucketConfiguration.builder()
                .addLimit(
                        Bandwidth.builder()
                                .capacity(atOnce)
                                .refillGreedy(spread, limit.per())
                                .build())
                .build();
    }
}
