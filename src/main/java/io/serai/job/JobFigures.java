package io.serai.job;

import io.serai.database.watch.Watched;
import io.serai.database.watch.Watched.Figure;
import io.serai.job.JobRoutes.Listener;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How long ago each job last went well, in whatever instance; for a job that never did, how long
 * this instance has been waiting for it.
 */
@Configuration(proxyBeanMethods = false)
class JobFigures implements Listener {

    private static final String AGES =
            """
            select j.job, coalesce(
                       (select extract(epoch from clock_timestamp() - ended_at) from ota_sync_logs
                         where asked_by is not null and name = j.job and outcome in ('ok', 'nothing') order by id desc limit 1),
                       extract(epoch from clock_timestamp()) - j.known) as age
              from unnest(:jobs::text[], :known::float8[]) j (job, known)
            """;

    private final Map<String, Instant> known = new ConcurrentHashMap<>();
    private final Clock clock;

    JobFigures(JobRoutes routes, Clock clock) {
        this.clock = clock;
        routes.listen(this);
    }

    @Override
    public void planned(JobPlan plan) {
        known.putIfAbsent(plan.name(), clock.instant());
    }

    @Override
    public void gone(String name) {
        known.remove(name);
    }

    @Bean
    Watched jobAges() {
        return new Watched(
                false,
                jdbc -> {
                    Map<String, Instant> now = new TreeMap<>(known);
                    return jdbc.sql(AGES)
                            .param("jobs", now.keySet().toArray(String[]::new))
                            .param(
                                    "known",
                                    now.values().stream()
                                            .map(since -> since.toEpochMilli() / 1000.0)
                                            .toArray(Double[]::new));
                },
                List.of(
                        Figure.seconds(
                                "age",
                                "serai.jobs.success.age",
                                "Time since a job last went well")));
    }
}
