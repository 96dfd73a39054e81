package io.serai.console.record;

import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.hotel.plan.PlanBook;
import io.serai.hotel.plan.PolicyBook;
import io.serai.hotel.plan.StoredPlan;
import io.serai.hotel.plan.StoredPolicy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

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

    /** Where it is. */
    static String path(Hotel hotel) {
        return "/hotels/" + hotel.id() + "/rates/cancellation";
    }

    /** Shows them, and those that are changed as they are; null: the form makes others. */
    String show(
            JdbcClient database,
            Hotel hotel,
            SignedIn user,
            Model model,
            Wish wish,
            @Nullable StoredPolicy edited) {
        return show(
                database,
                hotel,
                user,
                model,
                wish,
                edited,
                edited == null ? Shown.another(PolicyEntered.none()) : asItIs(edited, hotel));
    }

    private static Shown<PolicyEntered> asItIs(StoredPolicy stored, Hotel hotel) {
        return Shown.of(stored, PolicyEntered.of(stored.content(), hotel));
    }

    /**
     * The page again, with why nothing was written.
     *
     * @param id 0: some were to be made
     * @param entered null: they were to be taken away
     */
    String again(
            JdbcClient database,
            Hotel hotel,
            Asked asked,
            Wish wish,
            int id,
            @Nullable PolicyEntered entered,
            NotWritten why) {
        StoredPolicy now = id == 0 ? null : find(database, hotel, id);
        return show(
                database,
                hotel,
                asked.user(),
                asked.model(),
                wish,
                now,
                Shown.again(entered, now == null ? null : asItIs(now, hotel), why));
    }

    /** Some of the hotel's. */
    StoredPolicy find(JdbcClient database, Hotel hotel, int id) {
        return new PolicyBook(database, hotel.id())
                .find(id)
                .orElseThrow(() -> new NotHere("cancellation terms " + id));
    }

    private String show(
            JdbcClient database,
            Hotel hotel,
            SignedIn user,
            Model model,
            Wish wish,
            @Nullable StoredPolicy edited,
            Shown<PolicyEntered> form) {
        List<StoredPlan> plans = new PlanBook(database, hotel.id()).all();
        List<Row> rows =
                new PolicyBook(database, hotel.id())
                        .all().stream()
                                .filter(
                                        it ->
                                                wish.isMetBy(
                                                        it.content().name(), it.content().code()))
                                .map(it -> row(it, plans, hotel))
                                .toList();
        frame.on(model, user, hotel, "rates");
        model.addAttribute("path", path(hotel));
        model.addAttribute("plans", "/hotels/" + hotel.id() + "/rates/plans");
        wish.on(model, rows);
        model.addAttribute("edited", edited);
        form.on(model);
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
