package io.serai.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job and how it stands.
 *
 * @param name by which it is called
 * @param does what it does
 * @param cron when it is due, as Quartz's cron expression
 * @param zone the time zone of that; null: each hotel's own
 * @param paused whether its times pass
 * @param next when it is due next; null when it is not
 * @param nextZone the time zone whose hotels it is due for then; null: all
 * @param running the run that waits or is under way
 * @param last the last run that has ended
 */
public record JobView(
        String name,
        String does,
        String cron,
        @Nullable String zone,
        boolean paused,
        @Nullable Instant next,
        @Nullable String nextZone,
        @Nullable JobRun running,
        @Nullable JobRun last) {}
