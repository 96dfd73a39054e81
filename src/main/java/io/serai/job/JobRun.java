package io.serai.job;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run of a job.
 *
 * @param id its key
 * @param job the job's name
 * @param outcome how it stands
 * @param askedBy {@code clock}, or the user who wanted it, as {@code user:…}
 * @param begun when it began, or was wanted
 * @param ended null until then
 * @param zone the time zone whose hotels it was for; null: all
 * @param counts how many of what were looked at, found or done
 * @param words what went wrong
 */
public record JobRun(
        long id,
        String job,
        JobOutcome outcome,
        String askedBy,
        Instant begun,
        @Nullable Instant ended,
        @Nullable String zone,
        Map<String, Long> counts,
        @Nullable String words) {}
