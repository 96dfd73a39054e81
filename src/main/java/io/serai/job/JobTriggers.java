package io.serai.job;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs and their times as the store has them. A job's times are triggers of the group of its name,
 * one for each time zone, which make up by one firing for all that they missed. A group that is
 * paused stays so while its triggers come and go.
 */
final class JobTriggers {

    private static final Logger LOG = LoggerFactory.getLogger(JobTriggers.class);
    private static final String GROUP = "jobs";

    private final Scheduler scheduler;

    JobTriggers(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Has a job be there; its times are put by {@link #align}. */
    void put(JobPlan plan) throws SchedulerException {
        JobDetail known = scheduler.getJobDetail(key(plan.name()));
        if (known != null
                && known.getJobDataMap().containsKey(JobTick.HOTELS) == (plan.zone() == null)) {
            return;
        }
        JobBuilder job = JobBuilder.newJob(JobTick.class).withIdentity(key(plan.name()));
        if (plan.zone() == null) {
            job.usingJobData(JobTick.HOTELS, "true");
        }
        scheduler.addJob(job.storeDurably().build(), true);
    }

    /** Has a job's times be those of these zones and no others. */
    void align(JobPlan plan, List<String> zones) throws SchedulerException {
        Set<TriggerKey> superfluous =
                new HashSet<>(
                        scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(plan.name())));
        for (String zone : zones) {
            TriggerKey key = TriggerKey.triggerKey(zone, plan.name());
            superfluous.remove(key);
            put(
                    TriggerBuilder.newTrigger()
                            .withIdentity(key)
                            .forJob(key(plan.name()))
                            .withSchedule(
                                    CronScheduleBuilder.cronSchedule(plan.cron())
                                            .inTimeZone(TimeZone.getTimeZone(zone))
                                            .withMisfireHandlingInstructionFireAndProceed())
                            .build());
        }
        scheduler.unscheduleJobs(List.copyOf(superfluous));
    }

    private void put(CronTrigger wanted) throws SchedulerException {
        try {
            if (!(scheduler.getTrigger(wanted.getKey()) instanceof CronTrigger known)) {
                scheduler.scheduleJob(wanted);
            } else if (!known.getCronExpression().equals(wanted.getCronExpression())) {
                scheduler.rescheduleJob(wanted.getKey(), wanted);
            }
        } catch (ObjectAlreadyExistsException anotherInstanceWasFirst) {
            LOG.debug("job {} is planned already", wanted.getKey());
        }
    }

    /** Forgets a job with its times. */
    void remove(String name) throws SchedulerException {
        scheduler.deleteJob(key(name));
    }

    /** Has a job run as soon as it can, once; also one that is paused. */
    void fire(String name, long run) throws SchedulerException {
        scheduler.scheduleJob(
                TriggerBuilder.newTrigger()
                        .withIdentity(String.valueOf(run), JobTick.DEMAND)
                        .forJob(key(name))
                        .usingJobData(JobTick.RUN, String.valueOf(run))
                        .withSchedule(
                                SimpleScheduleBuilder.simpleSchedule()
                                        .withMisfireHandlingInstructionFireNow())
                        .startNow()
                        .build());
    }

    void pause(String name) throws SchedulerException {
        scheduler.pauseTriggers(GroupMatcher.triggerGroupEquals(name));
    }

    void resume(String name) throws SchedulerException {
        scheduler.resumeTriggers(GroupMatcher.triggerGroupEquals(name));
    }

    private static JobKey key(String name) {
        return JobKey.jobKey(name, GROUP);
    }
}
