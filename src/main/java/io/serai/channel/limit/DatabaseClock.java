package io.serai.channel.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database's time, which all instances share whatever their own clocks say. It is asked for now
 * and then; meanwhile it goes on by what passes here.
 */
final class DatabaseClock implements TimeMeter {

    private static final long LOOK_AFTER = Duration.ofSeconds(10).toNanos();
    private static final long OLD_AFTER = Duration.ofMinutes(1).toNanos();

    private final LongSupplier database;
    private final LongSupplier passed;
    private volatile @Nullable Reading last;
    private volatile long looked;

    DatabaseClock(JdbcClient jdbc) {
        this(
                () ->
                        1000
                                * jdbc.sql(
                                                "select (extract(epoch from clock_timestamp()) * 1000000)::bigint")
                                        .query(Long.class)
                                        .single(),
                System::nanoTime);
    }

    /**
     * @param database the database's time in nanoseconds
     * @param passed nanoseconds that pass here, since whenever
     */
    DatabaseClock(LongSupplier database, LongSupplier passed) {
        this.database = database;
        this.passed = passed;
    }

    /**
     * @param time the database's time
     * @param at when it was so, of what passes here
     * @param took how long it took to ask: half of that it may be wrong
     */
    private record Reading(long time, long at, long took) {}

    /**
     * Asks for the time if that is due. Not done while it is told: whoever wants to know it may
     * hold a row of the database.
     */
    void look() {
        Reading before = last;
        long began = passed.getAsLong();
        if (before != null && began - looked < LOOK_AFTER) {
            return;
        }
        looked = began;
        long time = database.getAsLong();
        long took = passed.getAsLong() - began;
        if (before == null || took <= before.took() || began - before.at() > OLD_AFTER) {
            last = new Reading(time, began + took / 2, took);
        }
    }

    @Override
    public long currentTimeNanos() {
        Reading reading = Objects.requireNonNull(last, "the database's time was not asked for");
        return reading.time() + passed.getAsLong() - reading.at();
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
