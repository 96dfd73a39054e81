package io.serai.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.TriggerKey;

/** What the store of jobs knows of each: one at a time, in all instances. */
@DisallowConcurrentExecution
final class JobTick implements Job {

    /** The group of triggers that somebody wanted. */
    static final String DEMAND = "demand";

    /** Of a wanted trigger: the run's id. */
    static final String RUN = "run";

    /** Of a job that each time zone's hotels have for themselves. */
    static final String HOTELS = "hotels";

    private final JobRunner runner;

    JobTick(JobRunner runner) {
        this.runner = runner;
    }

    @Override
    public void execute(JobExecutionContext context) {
        runner.run(Due.of(context));
    }

    /**
     * A job that is due.
     *
     * @param job its name
     * @param fired by what the store knows this run
     * @param at the time it stands for
     * @param run the id of the run that somebody wants; null when the clock does
     * @param zone the time zone whose hotels are meant; null: all
     * @param every to the next time; null when somebody wants it, or there is none
     */
    record Due(
            String job,
            String fired,
            Instant at,
            @Nullable Long run,
            @Nullable String zone,
            @Nullable Duration every) {

        static Due of(JobExecutionContext context) {
            JobDetail job = context.getJobDetail();
            String name = job.getKey().getName();
            Instant at = context.getScheduledFireTime().toInstant();
            TriggerKey trigger = context.getTrigger().getKey();
            String fired = context.getFireInstanceId();
            if (trigger.getGroup().equals(DEMAND)) {
                Long run = Long.valueOf(context.getMergedJobDataMap().getString(RUN));
                return new Due(name, fired, at, run, null, null);
            }
            Date next = context.getNextFireTime();
            Duration every = next == null ? null : Duration.between(at, next.toInstant());
            String zone = job.getJobDataMap().containsKey(HOTELS) ? trigger.getName() : null;
            return new Due(name, fired, at, null, zone, every);
        }
    }
}
