package io.serai.api;

import io.serai.job.JobRun;
import io.serai.job.JobView;
import io.serai.job.Jobs;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a caller sees of jobs and has them do. Jobs are for all hotels: everybody sees all, and
 * engineers of all hotels have them run, pause and go on.
 */
@Component("apiJobs")
public class ApiJobs {

    private static final String KEY = "[0-9]{1,18}";
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final Jobs jobs;

    ApiJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    /** All jobs. */
    public Map<String, List<JobAnswer>> list() {
        return Map.of("jobs", jobs.all().stream().map(JobAnswer::of).toList());
    }

    /** One job. */
    public JobAnswer one(@Header("name") String name) {
        return JobAnswer.of(job(name));
    }

    /**
     * A page of a job's runs, the newest first.
     *
     * @param before the id of the run before which the page begins; missing: the newest
     * @param limit runs on a page, 1 to 500; missing: 50
     */
    public Page runs(
            @Header("name") String name,
            @Header("before") @Nullable String before,
            @Header("limit") @Nullable String limit) {
        job(name);
        long from = before == null ? Long.MAX_VALUE : number("before", before, Long.MAX_VALUE);
        int most = limit == null ? PAGE : (int) number("limit", limit, LARGEST_PAGE);
        List<JobRun> runs = jobs.runs(name, from, most);
        String next = runs.size() < most ? null : Long.toString(runs.get(runs.size() - 1).id());
        return new Page(runs.stream().map(JobAnswer.Run::of).toList(), next);
    }

    /**
     * A part of a job's runs.
     *
     * @param next the id before which the next page begins; null: there is none
     */
    public record Page(List<JobAnswer.Run> runs, @Nullable String next) {}

    /** One run. */
    public JobAnswer.Run oneRun(@Header("name") String name, @Header("id") String id) {
        job(name);
        if (!id.matches(KEY)) {
            throw Problem.unknown("run", id);
        }
        return jobs.run(name, Long.parseLong(id))
                .map(JobAnswer.Run::of)
                .orElseThrow(() -> Problem.unknown("run", id));
    }

    /** Begins a run; the exchange's property {@code location} says where it is seen. */
    public JobAnswer.Run run(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("name") String name) {
        job(name);
        Callers.demandEngineer(caller);
        OptionalLong run = jobs.run(name, caller.actor());
        if (run.isEmpty()) {
            throw new Problem(
                    409, "It runs", "job: '" + name + "' (expected: one that does not run now)");
        }
        exchange.setProperty("location", "/api/jobs/" + name + "/runs/" + run.getAsLong());
        return oneRun(name, Long.toString(run.getAsLong()));
    }

    /** Has a job's times pass. */
    public JobAnswer pause(@ExchangeProperty("caller") Caller caller, @Header("name") String name) {
        job(name);
        Callers.demandEngineer(caller);
        jobs.pause(name, caller.actor());
        return one(name);
    }

    /** Has a job run at its times again. */
    public JobAnswer resume(
            @ExchangeProperty("caller") Caller caller, @Header("name") String name) {
        job(name);
        Callers.demandEngineer(caller);
        jobs.resume(name, caller.actor());
        return one(name);
    }

    private JobView job(String name) {
        return jobs.find(name).orElseThrow(() -> Problem.unknown("job", name));
    }

    private static long number(String what, String text, long most) {
        if (!text.matches(KEY) || Long.parseLong(text) < 1 || Long.parseLong(text) > most) {
            throw Problem.bad(
                    what + ": '" + text + "' (expected: a whole number from 1 to " + most + ")");
        }
        return Long.parseLong(text);
    }
}
