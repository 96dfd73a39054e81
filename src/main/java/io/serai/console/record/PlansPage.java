package io.serai.console.record;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.Sorting;
import io.serai.console.access.SignedIn;
import io.serai.hotel.plan.PlanBook;
import io.serai.hotel.plan.PolicyBook;
import io.serai.hotel.plan.StoredPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A hotel's rate plans, each after the one that it is made from. */
@Controller
class PlansPage {

    private final Desk desk;
    private final Frame frame;

    PlansPage(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    @GetMapping("/hotels/{hotel}/rates/plans")
    String list(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "sort", defaultValue = "") String sort,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    Wish wish = new Wish(q, page);
                    List<PlanRow> rows =
                            rows(database, here).stream()
                                    .filter(row -> wish.isMetBy(row.name(), row.code()))
                                    .toList();
                    frame.on(model, user, here, "rates");
                    wish.on(model, sorted(rows, sort));
                    model.addAttribute("sort", sort);
                    return "record/plans";
                });
    }

    private static List<PlanRow> rows(JdbcClient database, Hotel hotel) {
        List<StoredPlan> plans = families(new PlanBook(database, hotel.id()).all());
        Map<Integer, String> names =
                plans.stream()
                        .collect(Collectors.toMap(StoredPlan::id, plan -> plan.content().name()));
        Map<Integer, String> policies =
                new PolicyBook(database, hotel.id())
                        .all().stream()
                                .collect(
                                        Collectors.toMap(
                                                policy -> policy.id(),
                                                policy -> policy.content().name()));
        return plans.stream().map(plan -> PlanRow.of(plan, hotel, names, policies)).toList();
    }

    private static List<PlanRow> sorted(List<PlanRow> rows, String sort) {
        return switch (sort) {
            case "name" ->
                    rows.stream()
                            .sorted(Comparator.comparing(PlanRow::name, Sorting.byName()))
                            .toList();
            case "code" -> rows.stream().sorted(Comparator.comparing(PlanRow::code)).toList();
            default -> rows;
        };
    }

    /** Each plan by name, and after it those that are made from it. */
    private static List<StoredPlan> families(List<StoredPlan> all) {
        List<StoredPlan> ordered = new ArrayList<>();
        List<StoredPlan> byName =
                all.stream()
                        .sorted(
                                Comparator.comparing(
                                        plan -> plan.content().name(), Sorting.byName()))
                        .toList();
        follow(null, byName, ordered);
        return ordered;
    }

    private static void follow(
            @Nullable Integer parent, List<StoredPlan> all, List<StoredPlan> ordered) {
        for (StoredPlan plan : all) {
            if (Objects.equals(plan.content().parent(), parent)) {
                ordered.add(plan);
                follow(plan.id(), all, ordered);
            }
        }
    }
}
