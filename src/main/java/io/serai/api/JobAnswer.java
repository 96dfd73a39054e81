package io.serai.api;

import io.serai.job.JobRun;
import io.serai.job.JobView;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job as the API shows it.
 *
 * @param zone the time zone of its times; null: each hotel's own
 * @param nextZone the time zone whose hotels it is due for next; null: all
 */
record JobAnswer(
        String name,
        String does,
        String cron,
        @Nullable String zone,
        boolean paused,
        @Nullable Instant next,
        @Nullable String nextZone,
        @Nullable Run running,
        @Nullable Run last) {

    static JobAnswer of(JobView job) {
        return new JobAnswer(
                job.name(),
                job.does(),
                job.cron(),
                job.zone(),
                job.paused(),
                job.next(),
                job.nextZone(),
                job.running() == null ? null : Run.of(job.running()),
                job.last() == null ? null : Run.of(job.last()));
    }

    /**
     * A run of a job as the API shows it.
     *
     * @param tookMs from its beginning to its end
     */
    record Run(
            String id,
            String job,
            String outcome,
            String askedBy,
            Instant begun,
            @Nullable Instant ended,
            @Nullable Long tookMs,
            @Nullable String zone,
            Map<String, Long> counts,
            @Nullable String words) {

        static Run of(JobRun run) {
            Instant ended = run.ended();
            return new Run(
                    Long.toString(run.id()),
                    run.job(),
                    run.outcome().word(),
                    run.askedBy(),
                    run.begun(),
                    ended,
                    ended == null ? null : Duration.between(run.begun(), ended).toMillis(),
                    run.zone(),
                    run.counts(),
                    run.words());
        }
    }
}
