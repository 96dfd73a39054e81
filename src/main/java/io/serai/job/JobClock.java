package io.serai.job;

import io.serai.job.JobRoutes.Listener;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has each job run when it is due, on one of all instances over the database. A job's times are
 * triggers of the group of its name, one for each time zone; they stay when an instance ends, and
 * what was missed meanwhile is made up for by one run. A group that is paused stays so while its
 * triggers come and go.
 */
@Component("jobClock")
public class JobClock implements Listener {

    private static final Logger LOG = LoggerFactory.getLogger(JobClock.class);

    /** The group of all jobs in the store. */
    static final String GROUP = "jobs";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JobRoutes routes;
    private final JobRunner runner;
    private final JobRuns runs;
    private final JobSettings settings;
    private final DataSource engine;
    private final JdbcClient jdbc;
    private @Nullable Scheduler scheduler;

    JobClock(
            JobRoutes routes,
            JobRunner runner,
            JobRuns runs,
            JobSettings settings,
            @Qualifier("engineDataSource") DataSource engine,
            JdbcClient jdbc) {
        this.routes = routes;
        this.runner = runner;
        this.runs = runs;
        this.settings = settings;
        this.engine = engine;
        this.jdbc = jdbc;
        routes.listen(this);
    }

    /** Begins once all routes are there, so that none is missing when its job is due. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    synchronized void start() throws Exception {
        if (scheduler == null) {
            scheduler = JobStore.open(engine, settings, runner);
            routes.plans().forEach(this::planned);
            scheduler.start();
        }
    }

    /** Nothing more is begun here; what is under way has some seconds to finish. */
    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    synchronized void stop() throws SchedulerException, InterruptedException {
        if (scheduler != null) {
            scheduler.standby();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!scheduler.getCurrentlyExecutingJobs().isEmpty() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            scheduler.shutdown(false);
            scheduler = null;
        }
    }

    @Override
    public synchronized void planned(JobPlan plan) {
        if (scheduler == null) {
            return;
        }
        try {
            JobBuilder job = JobBuilder.newJob(JobTick.class).withIdentity(key(plan.name()));
            if (plan.zone() == null) {
                job.usingJobData(JobTick.HOTELS, "true");
            }
            scheduler.addJob(job.storeDurably().build(), true);
            align(scheduler, plan);
        } catch (SchedulerException e) {
            throw refused(plan.name(), "planned", e);
        }
    }

    @Override
    public synchronized void gone(String name) {
        if (scheduler == null) {
            return;
        }
        try {
            scheduler.deleteJob(key(name));
            LOG.info("job {} is planned no more", name);
        } catch (SchedulerException e) {
            throw refused(name, "removed", e);
        }
    }

    /**
     * Looks for time zones in which hotels came or went, and for runs that a kill interrupted; how
     * many of these.
     */
    public synchronized int look() throws SchedulerException {
        if (scheduler == null) {
            return 0;
        }
        for (JobPlan plan : routes.plans()) {
            if (plan.zone() == null) {
                align(scheduler, plan);
            }
        }
        return runs.endInterrupted();
    }

    /** Has a job run once, now, on one of the instances. */
    synchronized void fire(String name, long run) {
        try {
            running()
                    .scheduleJob(
                            TriggerBuilder.newTrigger()
                                    .withIdentity(String.valueOf(run), JobTick.DEMAND)
                                    .forJob(key(name))
                                    .usingJobData(JobTick.RUN, String.valueOf(run))
                                    .withSchedule(
                                            SimpleScheduleBuilder.simpleSchedule()
                                                    .withMisfireHandlingInstructionFireNow())
                                    .startNow()
                                    .build());
        } catch (SchedulerException e) {
            throw refused(name, "run", e);
        }
    }

    /** Has a job's times pass until it goes on; it can be run on demand. */
    synchronized void pause(String name) {
        try {
            running().pauseTriggers(GroupMatcher.triggerGroupEquals(name));
        } catch (SchedulerException e) {
            throw refused(name, "paused", e);
        }
    }

    /** Has a job run at its times again; what was missed is made up for by one run. */
    synchronized void resume(String name) {
        try {
            running().resumeTriggers(GroupMatcher.triggerGroupEquals(name));
        } catch (SchedulerException e) {
            throw refused(name, "resumed", e);
        }
    }

    private Scheduler running() {
        if (scheduler == null) {
            throw new IllegalStateException("this instance runs no jobs yet, or no more");
        }
        return scheduler;
    }

    private void align(Scheduler at, JobPlan plan) throws SchedulerException {
        Set<TriggerKey> superfluous =
                new HashSet<>(at.getTriggerKeys(GroupMatcher.triggerGroupEquals(plan.name())));
        for (String zone : zones(plan)) {
            TriggerKey key = TriggerKey.triggerKey(zone, plan.name());
            superfluous.remove(key);
            CronTrigger wanted =
                    TriggerBuilder.newTrigger()
                            .withIdentity(key)
                            .forJob(key(plan.name()))
                            .withSchedule(
                                    CronScheduleBuilder.cronSchedule(plan.cron())
                                            .inTimeZone(TimeZone.getTimeZone(zone))
                                            .withMisfireHandlingInstructionFireAndProceed())
                            .build();
            put(at, wanted);
        }
        at.unscheduleJobs(List.copyOf(superfluous));
    }

    private List<String> zones(JobPlan plan) {
        return plan.zone() != null
                ? List.of(plan.zone().getId())
                : jdbc.sql("select distinct time_zone from hotels order by 1")
                        .query(String.class)
                        .list();
    }

    private static void put(Scheduler at, CronTrigger wanted) throws SchedulerException {
        try {
            if (!(at.getTrigger(wanted.getKey()) instanceof CronTrigger known)) {
                at.scheduleJob(wanted);
            } else if (!known.getCronExpression().equals(wanted.getCronExpression())) {
                at.rescheduleJob(wanted.getKey(), wanted);
            }
        } catch (ObjectAlreadyExistsException anotherInstanceWasFirst) {
            LOG.debug("job {} is planned already", wanted.getKey());
        }
    }

    private static JobKey key(String name) {
        return JobKey.jobKey(name, GROUP);
    }

    private static IllegalStateException refused(String name, String what, Exception why) {
        return new IllegalStateException(
                "job " + name + " could not be " + what + ": " + why.getMessage(), why);
    }
}
