package io.serai.console.rates;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.Unusable;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.BulkAnswer;
import io.serai.console.grid.BulkValues;
import io.serai.console.grid.Choices;
import io.serai.console.grid.Seen;
import io.serai.delivery.Wakes;
import io.serai.delivery.price.RuleBook;
import io.serai.delivery.price.RuleContent;
import io.serai.delivery.price.StoredRule;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A hotel's price rules: each is tried before it is saved. */
@Controller
@RequestMapping("/hotels/{hotel}/rates/rules")
class RulesPage {

    private final Desk desk;
    private final Frame frame;
    private final RuleTrials trials;
    private final Wakes wakes;
    private final Clock clock;

    RulesPage(Desk desk, Frame frame, RuleTrials trials, Wakes wakes, Clock clock) {
        this.desk = desk;
        this.frame = frame;
        this.trials = trials;
        this.wakes = wakes;
        this.clock = clock;
    }

    /** All of them, and the form that adds one; or that changes one. */
    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam(name = "edit", required = false) @Nullable Integer edit,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    if (edit != null) {
                        StoredRule rule = find(new RuleBook(database, hotel), edit);
                        edits(model, rule);
                        model.addAttribute("entered", RuleEntered.of(edit, rule.content(), here));
                    }
                    return show(database, here, user, model);
                });
    }

    private String show(JdbcClient database, Hotel here, SignedIn user, Model model) {
        List<Choices.Type> types = Choices.of(database, here);
        List<Choices.Plan> plans = Choices.plans(database, here);
        frame.on(model, user, here, "rates");
        BulkValues entered =
                model.getAttribute("entered") instanceof BulkValues values
                        ? values
                        : new BulkValues(new LinkedMultiValueMap<>());
        model.addAttribute("entered", entered);
        model.addAttribute("chosenDays", entered.values().get("day"));
        model.addAttribute("path", path(here.id()));
        model.addAttribute("types", types);
        model.addAttribute("plans", plans);
        model.addAttribute(
                "rules",
                new RuleBook(database, here.id())
                        .all().stream().map(rule -> RuleRow.of(rule, here, types, plans)).toList());
        return "rates/rules";
    }

    /** Has the form change this one. */
    private static void edits(Model model, StoredRule rule) {
        model.addAttribute("edited", rule);
        model.addAttribute("seen", Seen.stamp(rule.content()));
    }

    /**
     * Tries what was entered, of a new rule or of one; or saves it where its trial was looked at.
     */
    @PostMapping
    String write(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam MultiValueMap<String, String> entered,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        BulkValues values = new BulkValues(entered);
        boolean saved = values.text("save").equals("yes");
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    try {
                        RuleBook book =
                                saved ? locked(database, hotel) : new RuleBook(database, hotel);
                        StoredRule before =
                                values.key("id") == 0 ? null : find(book, values.key("id"));
                        if (before != null) {
                            edits(model, before);
                        }
                        RuleContent content =
                                new RuleValues(values, before == null ? null : before.content())
                                        .content(here);
                        if (saved) {
                            save(book, before, content, values);
                            return said(hotel, content.name() + " is saved.", next);
                        }
                        model.addAttribute("trial", trial(database, here, before, content));
                        model.addAttribute("again", BulkAnswer.again(values));
                    } catch (Unusable problem) {
                        response.setStatus(problem.status());
                        model.addAttribute("problem", problem.getMessage());
                    }
                    model.addAttribute("entered", values);
                    return show(database, here, user, model);
                });
    }

    private RuleTrials.Trial trial(
            JdbcClient database, Hotel here, @Nullable StoredRule before, RuleContent content) {
        return before == null
                ? trials.adding(database, here, here.today(clock), content)
                : trials.changing(database, here, here.today(clock), before.id(), content);
    }

    private static void save(
            RuleBook book, @Nullable StoredRule before, RuleContent content, BulkValues values) {
        if (before == null) {
            book.add(content);
            return;
        }
        if (!Seen.stamp(before.content()).equals(values.text("seen"))) {
            throw Unusable.overtaken(
                    "Somebody changed this rule meanwhile (expected: as you saw it). Look at it again, and change it then.");
        }
        book.change(before.id(), content);
    }

    private static StoredRule find(RuleBook book, int id) {
        return book.find(id).orElseThrow(() -> new NotHere("rule " + id));
    }

    /** Tries the removal of one, or removes it where its trial was looked at. */
    @PostMapping("/remove")
    String remove(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam("id") int id,
            @RequestParam(name = "save", defaultValue = "") String save,
            Model model,
            RedirectAttributes next) {
        boolean removed = save.equals("yes");
        desk.at(
                user,
                hotel,
                (database, here) -> {
                    if (removed) {
                        locked(database, hotel).remove(id);
                    } else {
                        model.addAttribute(
                                "trial", trials.removing(database, here, here.today(clock), id));
                    }
                    return here;
                });
        if (removed) {
            return said(hotel, "The rule is removed.", next);
        }
        model.addAttribute("removed", id);
        return page(user, hotel, null, model);
    }

    /** Puts one a place before its neighbour. */
    @PostMapping("/up")
    String up(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam("id") int id,
            RedirectAttributes next) {
        desk.at(
                user,
                hotel,
                (database, here) -> {
                    RuleBook book = locked(database, hotel);
                    List<Integer> order =
                            new ArrayList<>(book.all().stream().map(StoredRule::id).toList());
                    int at = order.indexOf(id);
                    if (at > 0) {
                        Collections.swap(order, at, at - 1);
                        book.order(order);
                    }
                    return here;
                });
        return said(hotel, "The order is changed.", next);
    }

    /** One writer of a hotel's rules at a time; with the commit the channels are told. */
    private RuleBook locked(JdbcClient database, int hotel) {
        RuleBook book = new RuleBook(database, hotel);
        book.lock();
        wakes.afterCommit();
        return book;
    }

    private static String said(int hotel, String words, RedirectAttributes next) {
        next.addFlashAttribute("said", words);
        return "redirect:" + path(hotel);
    }

    private static String path(int hotel) {
        return "/hotels/" + hotel + "/rates/rules";
    }
}
