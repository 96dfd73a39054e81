package io.serai.channel.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.BucketNotFoundException;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.serai.channel.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Buckets of tokens, one for each limit of an account or hotel, shared by all instances. What
 * several threads of an instance take of one bucket meanwhile is taken together, in one statement.
 */
final class Buckets {

    private static final int MARGIN = 20;
    private static final Duration MOST_MARGIN = Duration.ofMillis(500);

    private final DatabaseClock clock;
    private final ProxyManager<String> database;
    private final Map<String, BucketProxy> buckets = new ConcurrentHashMap<>();

    Buckets(DataSource database) {
        this(database, new DatabaseClock(JdbcClient.create(database)));
    }

    /**
     * @param clock by which they are filled
     */
    Buckets(DataSource database, DatabaseClock clock) {
        this.clock = clock;
        this.database =
                Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                        .primaryKeyMapper(PrimaryKeyMapper.STRING)
                        .table("call_limits")
                        .idColumn("id")
                        .stateColumn("state")
                        .expiresAtColumn("expires_at")
                        .clientClock(clock)
                        .build();
    }

    /** Asks a bucket; one whose row is gone meanwhile begins anew. */
    <T> T ask(Bound bound, Function<BucketProxy, T> question) {
        clock.look();
        BucketProxy bucket = of(bound);
        try {
            return question.apply(bucket);
        } catch (RuntimeException failed) {
            if (!(NestedExceptionUtils.getMostSpecificCause(failed)
                    instanceof BucketNotFoundException)) {
                throw failed;
            }
            buckets.remove(bound.id(), bucket);
            return question.apply(of(bound));
        }
    }

    private BucketProxy of(Bound bound) {
        return buckets.computeIfAbsent(bound.id(), id -> begun(id, configuration(bound.limits())));
    }

    /** What is taken together finds no row where none of it was taken by itself before. */
    private BucketProxy begun(String id, BucketConfiguration configuration) {
        database.builder().build(id, configuration).getAvailableTokens();
        return database.builder()
                .withOptimization(Optimizations.batching())
                .build(id, configuration);
    }

    /**
     * A bucket that holds what may come at once and is filled by what is sustained gives no more
     * than both together in any stretch of the time.
     */
    static BucketConfiguration configuration(List<Limit> limits) {
        ConfigurationBuilder configuration = BucketConfiguration.builder();
        for (Limit limit : limits) {
            configuration.addLimit(
                    Bandwidth.builder()
                            .capacity(limit.atOnce())
                            .refillGreedy(limit.sustained(), refill(limit))
                            .build());
        }
        return configuration.build();
    }

    /**
     * A little more than the limit's time: the channel counts calls when they arrive, and one may
     * take longer than the next.
     */
    static Duration refill(Limit limit) {
        Duration margin = limit.per().dividedBy(MARGIN);
        return limit.per().plus(margin.compareTo(MOST_MARGIN) < 0 ? margin : MOST_MARGIN);
    }
}
