package io.serai.job;

import io.serai.job.JobRoutes.Listener;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has each job run when it is due, on one of all instances over the database. What is planned stays
 * when an instance ends, and what was missed meanwhile is made up for by one run.
 */
@Component("jobClock")
public class JobClock implements Listener {

    private static final Logger LOG = LoggerFactory.getLogger(JobClock.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JobRoutes routes;
    private final JobRunner runner;
    private final JobRuns runs;
    private final JobSettings settings;
    private final DataSource engine;
    private final JdbcClient jdbc;
    private final Map<String, String> troubles = new HashMap<>();
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
            scheduler = JobStore.open(engine, settings, runner, routes);
            routes.plans().forEach(this::planned);
            scheduler.start();
            LOG.info("jobs run when they are due: {}", routes.plans().size());
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
        if (scheduler != null) {
            try {
                act(
                        plan.name(),
                        "planned",
                        triggers -> {
                            triggers.put(plan);
                            triggers.align(plan, zones(plan));
                        });
                troubles.remove(plan.name());
            } catch (IllegalStateException | DataAccessException e) {
                String words = String.valueOf(e.getMessage());
                if (!words.equals(troubles.put(plan.name(), words))) {
                    LOG.error("job {} is not planned, and tried again: {}", plan.name(), words);
                }
            }
        }
    }

    @Override
    public synchronized void gone(String name) {
        if (scheduler != null) {
            act(name, "removed", triggers -> triggers.remove(name));
            LOG.info("job {} is planned no more", name);
        }
    }

    /**
     * Plans again what is not planned as it should be: where another instance deleted the job,
     * where planning failed, in time zones in which hotels came or went. Ends runs that a kill
     * interrupted; how many of these.
     */
    public synchronized int look() {
        if (scheduler == null) {
            return 0;
        }
        routes.plans().forEach(this::planned);
        return runs.endInterrupted();
    }

    /** Has a job run once, now, on one of the instances. */
    synchronized void fire(String name, long run) {
        act(name, "run", triggers -> triggers.fire(name, run));
    }

    /** Has a job's times pass until it goes on; it can be run on demand. */
    synchronized void pause(String name) {
        act(name, "paused", triggers -> triggers.pause(name));
    }

    /** Has a job run at its times again; what was missed is made up for by one run. */
    synchronized void resume(String name) {
        act(name, "resumed", triggers -> triggers.resume(name));
    }

    private List<String> zones(JobPlan plan) {
        return plan.zone() != null
                ? List.of(plan.zone().getId())
                : jdbc.sql("select distinct time_zone from hotels order by 1")
                        .query(String.class)
                        .list();
    }

    /** Something that is done in the store. */
    private interface Act {
        void on(JobTriggers triggers) throws SchedulerException;
    }

    private void act(String name, String what, Act act) {
        if (scheduler == null) {
            throw new JobsAway("this instance runs no jobs yet, or no more");
        }
        try {
            act.on(new JobTriggers(scheduler));
        } catch (SchedulerException e) {
            throw new IllegalStateException(
                    "job " + name + " could not be " + what + ": " + e.getMessage(), e);
        }
    }
}
