package io.serai.job;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.job.JobTick.Due;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs a job that is due, and writes down how it went. A failure ends this run, not the next. */
@Component
class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobRoutes routes;
    private final JobRuns runs;
    private final MeterRegistry meters;

    JobRunner(JobRoutes routes, JobRuns runs, MeterRegistry meters) {
        this.routes = routes;
        this.runs = runs;
        this.meters = meters;
    }

    void run(Due due) {
        OptionalLong run = runs.begin(due);
        if (run.isEmpty()) {
            LOG.warn("job {}: run {} was given up before it began", due.job(), due.run());
            return;
        }
        JobResult result = perform(due);
        if (result.outcome() == JobOutcome.FAILED) {
            LOG.warn("job {} failed: {}", due.job(), result.words());
        }
        runs.end(run.getAsLong(), result);
        meters.counter("serai.jobs.runs", "job", due.job(), "outcome", result.outcome().word())
                .increment();
    }

    private JobResult perform(Due due) {
        Optional<JobConsumer> route = routes.route(due.job());
        if (route.isEmpty()) {
            return JobResult.failed(
                    "no route runs from job:" + due.job() + " in the instance that took it");
        }
        Exchange exchange = route.get().createExchange(false);
        try {
            if (due.zone() != null) {
                exchange.getMessage().setHeader("Serai-Zone", due.zone());
            }
            if (due.every() != null) {
                exchange.getMessage().setHeader("Serai-Every", due.every().toMillis());
            }
            route.get().run(exchange);
            Exception failure = exchange.getException();
            return failure == null ? JobResult.of(exchange.getVariables()) : failed(failure);
        } catch (Exception e) {
            return failed(e);
        } finally {
            route.get().releaseExchange(exchange, false);
        }
    }

    private static JobResult failed(Exception why) {
        Throwable root = why;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return JobResult.failed(root.getClass().getSimpleName() + ": " + root.getMessage());
    }
}
