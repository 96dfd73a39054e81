package io.serai.console;

import io.serai.job.JobOutcome;
import io.serai.job.JobRun;
import io.serai.job.JobView;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A job as the page shows it.
 *
 * @param name by which it is called
 * @param does what it does
 * @param due when, in words
 * @param paused whether its times pass
 * @param outcome how it stands, or how the last run went; empty when there was none
 * @param at when that was, and how long it took
 * @param found what it looked at, found or did, or what went wrong
 * @param bad whether somebody should look at it
 * @param next when it is due next
 */
record JobRow(
        String name,
        String does,
        String due,
        boolean paused,
        String outcome,
        String at,
        String found,
        boolean bad,
        String next) {

    static JobRow of(JobView job, ZoneId zone) {
        JobRun shown = job.running() == null ? job.last() : job.running();
        return new JobRow(
                job.name(),
                job.does(),
                CronWords.of(job.cron())
                        + (job.zone() == null ? ", by each hotel's clock" : ", " + job.zone()),
                job.paused(),
                shown == null ? "" : shown.outcome().word(),
                shown == null ? "never" : at(shown, zone),
                shown == null ? "" : found(shown),
                shown != null && isBad(shown.outcome()),
                next(job, zone));
    }

    private static boolean isBad(JobOutcome outcome) {
        return outcome == JobOutcome.FAILED
                || outcome == JobOutcome.PARTLY
                || outcome == JobOutcome.INTERRUPTED;
    }

    private static String at(JobRun run, ZoneId zone) {
        String begun = Times.moment(run.begun(), zone);
        if (run.ended() == null) {
            return "since " + begun;
        }
        double took = Duration.between(run.begun(), run.ended()).toMillis() / 1000.0;
        return begun + ", took %.1f s".formatted(took);
    }

    private static String found(JobRun run) {
        String counts =
                run.counts().entrySet().stream()
                        .map(count -> Words.counted("found", count.getKey(), count.getValue()))
                        .collect(Collectors.joining(", "));
        String words = run.words() == null ? "" : run.words();
        return counts.isEmpty() || words.isEmpty() ? counts + words : words + " (" + counts + ")";
    }

    private static String next(JobView job, ZoneId zone) {
        if (job.paused()) {
            return "paused";
        }
        if (job.next() == null) {
            return "not planned: there is no hotel yet";
        }
        String at = Times.minute(job.next(), zone);
        return job.nextZone() == null || job.nextZone().equals(zone.getId())
                ? at
                : at + ", for hotels in " + job.nextZone();
    }

    /** What of it may change by itself. */
    Map<String, String> moving() {
        return Map.of("outcome", outcome, "at", at, "found", found, "next", next);
    }
}
