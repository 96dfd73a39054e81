package io.serai.console.record;

import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.Part;
import io.serai.console.Refusal;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.BulkValues;
import io.serai.console.grid.Seen;
import io.serai.hotel.plan.PlanBook;
import io.serai.hotel.plan.PolicyBook;
import io.serai.hotel.plan.PolicyContent;
import io.serai.hotel.plan.StoredPlan;
import io.serai.hotel.plan.StoredPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;

/** What the page of a hotel's cancellation terms shows. */
@Component
class PolicySheet {

    private final Frame frame;

    PolicySheet(Frame frame) {
        this.frame = frame;
    }

    /**
     * Terms in the list of them.
     *
     * @param words what they say
     * @param plans the plans that name them
     */
    record Row(int id, String name, String code, String words, List<PlanSheet.Link> plans) {}

    /** Which of them are looked for, and on which page. */
    record Wish(String q, int page) {

        private boolean isMetBy(PolicyContent content) {
            return (content.name() + " " + content.code())
                    .toLowerCase(Locale.ROOT)
                    .contains(q.strip().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Gives a page all of it.
     *
     * @param edited the terms that are changed; null: the form makes others
     * @param entered what stands in the form; null: what the edited ones say
     * @param refusal why that was not taken; null: it was not tried
     */
    String show(
            JdbcClient database,
            Hotel hotel,
            SignedIn user,
            Model model,
            Wish wish,
            @Nullable StoredPolicy edited,
            @Nullable PolicyEntered entered,
            @Nullable Refusal refusal) {
        List<StoredPlan> plans = new PlanBook(database, hotel.id()).all();
        List<Row> rows =
                new PolicyBook(database, hotel.id())
                        .all().stream()
                                .filter(it -> wish.isMetBy(it.content()))
                                .map(it -> row(it, plans, hotel))
                                .toList();
        frame.on(model, user, hotel, "rates");
        model.addAttribute("path", "/hotels/" + hotel.id() + "/rates/cancellation");
        model.addAttribute("plans", "/hotels/" + hotel.id() + "/rates/plans");
        model.addAttribute("q", wish.q());
        model.addAttribute("part", Part.of(rows, wish.page()));
        model.addAttribute("edited", edited);
        model.addAttribute("seen", edited == null ? "" : Seen.stamp(edited));
        model.addAttribute(
                "entered",
                entered != null
                        ? entered
                        : edited != null
                                ? PolicyEntered.of(edited.content(), hotel)
                                : new PolicyEntered(new BulkValues(new LinkedMultiValueMap<>())));
        model.addAttribute("refusal", refusal);
        return "record/cancellation";
    }

    private static Row row(StoredPolicy policy, List<StoredPlan> plans, Hotel hotel) {
        return new Row(
                policy.id(),
                policy.content().name(),
                policy.content().code(),
                PolicyWords.of(policy.content(), hotel),
                plans.stream()
                        .filter(plan -> Objects.equals(plan.content().policy(), policy.id()))
                        .map(plan -> new PlanSheet.Link(plan.id(), plan.content().name()))
                        .toList());
    }
}
