package io.serai.console;

import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import io.serai.job.JobView;
import io.serai.job.Jobs;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a clock has Serai do: when it did it, how it went, when it does it next, and buttons to have
 * it done now and to pause it: for engineers of all hotels, since a job is for all hotels.
 */
@Controller
@RequestMapping("/jobs")
class JobsPage {

    private final Jobs jobs;
    private final Desk desk;
    private final Users users;
    private final Frame frame;

    JobsPage(Jobs jobs, Desk desk, Users users, Frame frame) {
        this.jobs = jobs;
        this.desk = desk;
        this.users = users;
        this.frame = frame;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("filter") JobFilter filter,
            Model model) {
        frame.on(model, user, "jobs");
        show(user, filter, model);
        return "jobs";
    }

    /**
     * What moved since; nothing when nothing did.
     *
     * @param shown the jobs that the page shows, whether or not its filter still means them
     */
    @GetMapping("/now")
    Object now(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam("seen") int seen,
            @RequestParam(name = "shown", defaultValue = "") List<String> shown,
            Model model) {
        ZoneId zone = zone(user);
        List<JobRow> rows =
                jobs.all().stream()
                        .filter(job -> shown.contains(job.name()))
                        .map(job -> JobRow.of(job, zone))
                        .toList();
        return show(rows, model) == seen ? ResponseEntity.noContent().build() : "job-parts :: now";
    }

    @PostMapping("/{job}/run")
    String run(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("job") String job,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            @ModelAttribute("filter") JobFilter filter,
            Model model,
            RedirectAttributes next) {
        demandEngineer(user);
        OptionalLong run = act(() -> jobs.run(job, user.actor()));
        return answer(
                user,
                job,
                run.isPresent() ? "It runs now." : "It runs already.",
                part == null ? null : "job-parts :: said",
                filter,
                model,
                next);
    }

    @PostMapping("/{job}/{act:pause|resume}")
    String act(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("job") String job,
            @PathVariable("act") String act,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            @ModelAttribute("filter") JobFilter filter,
            Model model,
            RedirectAttributes next) {
        demandEngineer(user);
        boolean pause = act.equals("pause");
        act(
                () -> {
                    if (pause) {
                        jobs.pause(job, user.actor());
                    } else {
                        jobs.resume(job, user.actor());
                    }
                    return null;
                });
        return answer(
                user,
                job,
                pause ? "It is paused." : "It runs at its times again.",
                part == null ? null : "job-parts :: acts",
                filter,
                model,
                next);
    }

    private void demandEngineer(SignedIn user) {
        if (!isEngineer(user)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "may not work on jobs (expected: engineer or admin)");
        }
    }

    private boolean isEngineer(SignedIn user) {
        return users.grants(user).mayEverywhere(Right.ENGINEER);
    }

    private static <T> T act(Supplier<T> what) {
        try {
            return what.get();
        } catch (IllegalArgumentException unknown) {
            throw new NotHere(String.valueOf(unknown.getMessage()));
        }
    }

    private String answer(
            SignedIn user,
            String job,
            String said,
            @Nullable String part,
            JobFilter filter,
            Model model,
            RedirectAttributes next) {
        if (part == null) {
            next.addFlashAttribute("said", said);
            next.addFlashAttribute("saidOf", job);
            return "redirect:" + filter.address() + "#job-" + job;
        }
        model.addAttribute("mayAct", isEngineer(user));
        model.addAttribute("said", said);
        model.addAttribute("saidOf", job);
        model.addAttribute(
                "job", jobs.find(job).map(it -> JobRow.of(it, zone(user))).orElseThrow());
        return part;
    }

    private void show(SignedIn user, JobFilter filter, Model model) {
        ZoneId zone = zone(user);
        Sorting<JobView> sorting = filter.sorting();
        List<JobRow> rows =
                jobs.all().stream()
                        .sorted(sorting.order())
                        .map(job -> JobRow.of(job, zone))
                        .filter(filter::matches)
                        .toList();
        show(rows, model);
        model.addAttribute("mayAct", isEngineer(user));
        model.addAttribute("zone", zone.getId());
        model.addAttribute("filter", filter);
        model.addAttribute("sorting", sorting);
    }

    /** Returns what says whether anything moved. */
    private static int show(List<JobRow> rows, Model model) {
        int seen = rows.stream().collect(Collectors.toMap(JobRow::name, JobRow::moving)).hashCode();
        model.addAttribute("jobs", rows);
        model.addAttribute("seen", seen);
        return seen;
    }

    /** The clock by which somebody works: that of their first hotel. */
    private ZoneId zone(SignedIn user) {
        return desk.hotels(user).stream().map(Hotel::zone).findFirst().orElse(ZoneOffset.UTC);
    }
}
