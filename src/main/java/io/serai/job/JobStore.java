package io.serai.job;

import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.utils.DBConnectionManager;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

/** Opens Quartz's store of jobs in Serai's database, one for all instances. */
final class JobStore {

    /** By which the instances know that they belong together. */
    static final String CLUSTER = "serai";

    /**
     * A time that lies this long back was missed: all such times are made up for by one run.
     * Shorter than the shortest schedule, a second, so that they are never made up for one by one.
     */
    private static final Duration MISSED = Duration.ofMillis(1000);

    /** How far ahead an instance takes what is due; so much waits when it is killed. */
    private static final Duration AHEAD = Duration.ofMillis(1000);

    private JobStore() {}

    /** A scheduler that is not started yet. */
    static Scheduler open(
            DataSource engine, JobSettings settings, JobRunner runner, JobRoutes routes)
            throws Exception {
        String pool = "serai-" + UUID.randomUUID();
        DBConnectionManager.getInstance().addConnectionProvider(pool, new EnginePool(engine));
        HereOnly.know(pool, routes::taking);
        SchedulerFactoryBean quartz = new SchedulerFactoryBean();
        quartz.setSchedulerName(CLUSTER);
        quartz.setJobFactory((bundle, scheduler) -> new JobTick(runner));
        quartz.setQuartzProperties(properties(pool, settings));
        quartz.afterPropertiesSet();
        return quartz.getScheduler();
    }

    private static Properties properties(String pool, JobSettings settings) {
        Properties all = new Properties();
        // Quartz's own would be the machine's name, which not every machine can look up
        all.setProperty("org.quartz.scheduler.instanceId", pool);
        all.setProperty("org.quartz.scheduler.idleWaitTime", ms(AHEAD));
        all.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        all.setProperty("org.quartz.scheduler.threadName", "jobs");
        all.setProperty("org.quartz.threadPool.threadCount", String.valueOf(settings.workers()));
        all.setProperty("org.quartz.threadPool.threadNamePrefix", "job");
        all.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        all.setProperty("org.quartz.jobStore.class", JobStoreTX.class.getName());
        all.setProperty("org.quartz.jobStore.driverDelegateClass", HereOnly.class.getName());
        all.setProperty("org.quartz.jobStore.driverDelegateInitString", pool);
        all.setProperty("org.quartz.jobStore.dataSource", pool);
        all.setProperty("org.quartz.jobStore.tablePrefix", "qrtz_");
        all.setProperty("org.quartz.jobStore.useProperties", "true");
        all.setProperty("org.quartz.jobStore.isClustered", "true");
        all.setProperty("org.quartz.jobStore.clusterCheckinInterval", ms(settings.checkIn()));
        all.setProperty("org.quartz.jobStore.misfireThreshold", ms(MISSED));
        all.setProperty("org.quartz.jobStore.makeThreadsDaemons", "true");
        return all;
    }

    private static String ms(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
