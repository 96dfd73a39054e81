package io.serai.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.serai.job.JobRoutes.Listener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Tells who watches how long ago each job last went well, in whatever instance, in seconds; for a
 * job that never did, how long this instance has been waiting for it.
 */
@Component
class JobMetrics implements Listener {

    private final JobHistory history;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Gauge> gauges = new ConcurrentHashMap<>();

    JobMetrics(JobRoutes routes, JobHistory history, MeterRegistry meters, Clock clock) {
        this.history = history;
        this.meters = meters;
        this.clock = clock;
        routes.listen(this);
    }

    @Override
    public void planned(JobPlan plan) {
        gauges.computeIfAbsent(plan.name(), this::gauge);
    }

    @Override
    public void gone(String name) {
        Gauge gauge = gauges.remove(name);
        if (gauge != null) {
            meters.remove(gauge);
        }
    }

    private Gauge gauge(String name) {
        Instant known = clock.instant();
        return Gauge.builder("serai.jobs.success.age", () -> age(name, known))
                .description("Time since a job last went well")
                .baseUnit("seconds")
                .tag("job", name)
                .register(meters);
    }

    private double age(String name, Instant known) {
        return history.sinceSuccess(name)
                .orElseGet(() -> Duration.between(known, clock.instant()).toMillis() / 1000.0);
    }
}
