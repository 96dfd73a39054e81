package io.serai.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs: what each does, when it ran and runs next; and what a person may have them do. */
@Component
public class Jobs {

    private final JobRoutes routes;
    private final JobRuns runs;
    private final JobHistory history;
    private final JobClock clock;
    private final JdbcClient jdbc;

    Jobs(JobRoutes routes, JobRuns runs, JobHistory history, JobClock clock, JdbcClient jdbc) {
        this.routes = routes;
        this.runs = runs;
        this.history = history;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** All jobs, by name. */
    public List<JobView> all() {
        Map<String, Next> next = next();
        Set<String> paused = paused();
        return routes.plans().stream()
                .map(plan -> view(plan, next.get(plan.name()), paused.contains(plan.name())))
                .toList();
    }

    /** The job of this name. */
    public Optional<JobView> find(String name) {
        return all().stream().filter(job -> job.name().equals(name)).findFirst();
    }

    /**
     * Has a job run now, once, on one of the instances.
     *
     * @param actor who wants it, as {@code user:…}
     * @return the run's id; empty while it waits or is under way already
     * @throws IllegalArgumentException when there is no such job
     */
    public OptionalLong run(String name, String actor) {
        demand(name);
        OptionalLong run = runs.ask(name, actor);
        if (run.isPresent()) {
            try {
                clock.fire(name, run.getAsLong());
            } catch (IllegalStateException | DataAccessException e) {
                runs.end(run.getAsLong(), JobResult.failed(String.valueOf(e.getMessage())));
                throw e;
            }
            audit(name, actor, "run");
        }
        return run;
    }

    /**
     * Has a job's times pass, in all instances, until it is resumed.
     *
     * @throws IllegalArgumentException when there is no such job
     */
    public void pause(String name, String actor) {
        demand(name);
        clock.pause(name);
        audit(name, actor, "pause");
    }

    /**
     * Has a job run at its times again; if one was missed, once at once.
     *
     * @throws IllegalArgumentException when there is no such job
     */
    public void resume(String name, String actor) {
        demand(name);
        clock.resume(name);
        audit(name, actor, "resume");
    }

    /** The runs of a job before the one of this id, the newest first. */
    public List<JobRun> runs(String name, long before, int most) {
        return history.before(name, before, most);
    }

    /** One run of a job. */
    public Optional<JobRun> run(String name, long run) {
        return history.find(name, run);
    }

    private void demand(String name) {
        if (routes.plan(name).isEmpty()) {
            throw new IllegalArgumentException(
                    "job: '"
                            + name
                            + "' (expected: one of "
                            + routes.plans().stream()
                                    .map(JobPlan::name)
                                    .collect(Collectors.joining(", "))
                            + ")");
        }
    }

    private void audit(String name, String actor, String act) {
        jdbc.sql(
                        "insert into audit (actor, subject, act, change) values (?, 'job', ?, jsonb_build_object('job', ?::text))")
                .params(actor, act, name)
                .update();
    }

    private JobView view(JobPlan plan, @Nullable Next next, boolean paused) {
        boolean due = next != null && !paused;
        return new JobView(
                plan.name(),
                plan.does(),
                plan.cron(),
                plan.zone() == null ? null : plan.zone().getId(),
                paused,
                due ? next.at() : null,
                due && plan.zone() == null ? next.zone() : null,
                history.unended(plan.name()).orElse(null),
                history.lastEnded(plan.name()).orElse(null));
    }

    private record Next(String job, Instant at, String zone) {}

    /** The first time of each job that has not come yet. */
    private Map<String, Next> next() {
        return jdbc
                .sql(
                        """
                        select distinct on (job_name) job_name, trigger_name, next_fire_time from qrtz_triggers
                         where sched_name = ? and trigger_group = job_name and next_fire_time > 0
                         order by job_name, next_fire_time, trigger_name
                        """)
                .param(JobStore.CLUSTER)
                .query(
                        (row, number) ->
                                new Next(
                                        row.getString("job_name"),
                                        Instant.ofEpochMilli(row.getLong("next_fire_time")),
                                        row.getString("trigger_name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Next::job, it -> it));
    }

    private Set<String> paused() {
        return jdbc.sql("select trigger_group from qrtz_paused_trigger_grps where sched_name = ?")
                .param(JobStore.CLUSTER)
                .query(String.class)
                .set();
    }
}
