package io.serai.console.record;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.Refusal;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.Choices;
import io.serai.console.grid.Seen;
import io.serai.content.RecordTold;
import io.serai.hotel.plan.PlanBook;
import io.serai.hotel.plan.PlanContent;
import io.serai.hotel.plan.PolicyBook;
import io.serai.hotel.plan.StoredPlan;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a rate plan shows, of one that is there or of one to be made. */
@Component
class PlanSheet {

    private final Desk desk;
    private final Frame frame;
    private final RecordTold told;

    PlanSheet(Desk desk, Frame frame, RecordTold told) {
        this.desk = desk;
        this.frame = frame;
        this.told = told;
    }

    /** A plan by its key and name. */
    record Link(int id, String name) {}

    /** Terms of cancelling, and what they say. */
    record Terms(int id, String name, String words) {}

    /**
     * Gives a page all of it.
     *
     * @param plan as it is; null: it is to be made
     * @param entered what stands in the form
     * @param refusal why that was not taken; null: it was not tried
     */
    String show(
            JdbcClient database,
            Hotel hotel,
            SignedIn user,
            Model model,
            @Nullable StoredPlan plan,
            PlanEntered entered,
            @Nullable Refusal refusal) {
        List<StoredPlan> all = new PlanBook(database, hotel.id()).all();
        List<RecordTold.At> channels = told.plans(database, hotel.id());
        frame.on(model, user, hotel, "rates");
        model.addAttribute("path", "/hotels/" + hotel.id() + "/rates/plans");
        model.addAttribute("title", plan == null ? "New rate plan" : plan.content().name());
        model.addAttribute("plan", plan);
        model.addAttribute("seen", plan == null ? "" : Seen.stamp(plan));
        model.addAttribute("entered", entered);
        model.addAttribute("refusal", refusal);
        model.addAttribute(
                "others", links(all.stream().filter(it -> plan == null || it.id() != plan.id())));
        model.addAttribute(
                "children",
                plan == null
                        ? List.of()
                        : links(
                                all.stream()
                                        .filter(
                                                it ->
                                                        Objects.equals(
                                                                it.content().parent(),
                                                                plan.id()))));
        model.addAttribute("pricings", PlanContent.PRICINGS);
        model.addAttribute("modes", PlanContent.MODES);
        model.addAttribute("inherited", PlanContent.INHERITED);
        model.addAttribute("types", Choices.of(database, hotel));
        model.addAttribute(
                "policies",
                new PolicyBook(database, hotel.id())
                        .all().stream()
                                .map(
                                        it ->
                                                new Terms(
                                                        it.id(),
                                                        it.content().name(),
                                                        PolicyWords.of(it.content(), hotel)))
                                .toList());
        model.addAttribute("channels", channels);
        model.addAttribute("told", ToldRow.of(channels));
        return "record/plan";
    }

    /** What becomes at the channels of what is another by now. */
    String changed(
            JdbcClient database, int hotel, @Nullable PlanContent before, PlanContent after) {
        return ToldRow.sentences(told.plans(database, hotel), PlanChanges.named(before, after))
                + (before == null || PlanChanges.moves(before, after)
                        ? " Prices and restrictions that it makes are compared and told now."
                        : "");
    }

    private static List<Link> links(java.util.stream.Stream<StoredPlan> plans) {
        return plans.map(it -> new Link(it.id(), it.content().name())).toList();
    }

    /** One of the hotel's. */
    static StoredPlan find(JdbcClient database, Hotel hotel, int plan) {
        return new PlanBook(database, hotel.id())
                .find(plan)
                .orElseThrow(() -> new NotHere("plan " + plan));
    }

    /** The page again, with why nothing was written. */
    String refused(
            SignedIn user,
            int hotel,
            int plan,
            @Nullable PlanEntered entered,
            NotWritten not,
            HttpServletResponse response,
            Model model) {
        response.setStatus(not.status());
        Refusal refusal = not.refusal();
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    StoredPlan now = plan == 0 ? null : find(database, here, plan);
                    boolean asItIs = now != null && (entered == null || not.isOvertaken());
                    return show(
                            database,
                            here,
                            user,
                            model,
                            now,
                            asItIs || entered == null
                                    ? PlanEntered.of(now.content(), now.products(), here)
                                    : entered,
                            refusal);
                });
    }
}
