package io.serai.console.record;

import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.Choices;
import io.serai.content.RecordTold;
import io.serai.hotel.plan.PlanBook;
import io.serai.hotel.plan.PlanContent;
import io.serai.hotel.plan.PlanLimits;
import io.serai.hotel.plan.PolicyBook;
import io.serai.hotel.plan.StoredPlan;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a rate plan shows, of one that is there or of one to be made. */
@Component
class PlanSheet {

    private final Frame frame;
    private final RecordTold told;

    PlanSheet(Frame frame, RecordTold told) {
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
     * @param form what stands in its form
     */
    String show(
            JdbcClient database,
            Hotel hotel,
            SignedIn user,
            Model model,
            @Nullable StoredPlan plan,
            Shown<PlanEntered> form) {
        List<StoredPlan> all = new PlanBook(database, hotel.id()).all();
        List<RecordTold.At> channels = told.plans(database, hotel.id());
        frame.on(model, user, hotel, "rates");
        model.addAttribute("path", "/hotels/" + hotel.id() + "/rates/plans");
        model.addAttribute("title", plan == null ? "New rate plan" : plan.content().name());
        model.addAttribute("plan", plan);
        form.on(model);
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
            JdbcClient database,
            int hotel,
            @Nullable StoredPlan before,
            PlanContent after,
            PlanLimits limits) {
        return ToldRow.sentences(
                        told.plans(database, hotel), PlanChanges.named(before, after, limits))
                + (before == null || PlanChanges.moves(before, after, limits)
                        ? " Prices and restrictions that it makes are compared and told now."
                        : "");
    }

    private static List<Link> links(Stream<StoredPlan> plans) {
        return plans.map(it -> new Link(it.id(), it.content().name())).toList();
    }

    /** One of the hotel's. */
    static StoredPlan find(JdbcClient database, Hotel hotel, int plan) {
        return new PlanBook(database, hotel.id())
                .find(plan)
                .orElseThrow(() -> new NotHere("plan " + plan));
    }

    /**
     * The page again, with why nothing was written.
     *
     * @param plan 0: it was to be made
     * @param entered null: it was to be taken away
     */
    String again(
            JdbcClient database,
            Hotel hotel,
            Asked asked,
            int plan,
            @Nullable PlanEntered entered,
            NotWritten why) {
        StoredPlan now = plan == 0 ? null : find(database, hotel, plan);
        return show(
                database,
                hotel,
                asked.user(),
                asked.model(),
                now,
                Shown.again(
                        entered,
                        now == null ? null : Shown.of(now, PlanEntered.of(now, hotel)),
                        why));
    }
}
