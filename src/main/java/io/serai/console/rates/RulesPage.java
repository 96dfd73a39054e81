package io.serai.console.rates;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Unusable;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.BulkAnswer;
import io.serai.console.grid.BulkValues;
import io.serai.console.grid.Choices;
import io.serai.delivery.Wakes;
import io.serai.delivery.price.RuleBook;
import io.serai.delivery.price.RuleContent;
import io.serai.delivery.price.StoredRule;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user, @PathVariable("hotel") int hotel, Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    List<Choices.Type> types = Choices.of(database, here);
                    List<Choices.Plan> plans = Choices.plans(database, here);
                    frame.on(model, user, here, "rates");
                    model.addAttribute("path", path(hotel));
                    model.addAttribute("types", types);
                    model.addAttribute("plans", plans);
                    model.addAttribute(
                            "rules",
                            new RuleBook(database, hotel)
                                    .all().stream()
                                            .map(rule -> RuleRow.of(rule, here, types, plans))
                                            .toList());
                    return "rates/rules";
                });
    }

    /** Tries what was entered, or saves it where its trial was looked at. */
    @PostMapping
    String add(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam MultiValueMap<String, String> entered,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        BulkValues values = new BulkValues(entered);
        try {
            boolean saved = values.text("save").equals("yes");
            String name =
                    desk.at(
                            user,
                            hotel,
                            (database, here) -> {
                                RuleContent content = new RuleValues(values).content(here);
                                if (saved) {
                                    locked(database, hotel).add(content);
                                } else {
                                    model.addAttribute(
                                            "trial",
                                            trials.adding(
                                                    database, here, here.today(clock), content));
                                }
                                return content.name();
                            });
            if (saved) {
                return said(hotel, name + " is saved.", next);
            }
            model.addAttribute("again", BulkAnswer.again(values));
            model.addAttribute("entered", values);
            return page(user, hotel, model);
        } catch (Unusable problem) {
            response.setStatus(problem.status());
            model.addAttribute("problem", problem.getMessage());
            return page(user, hotel, model);
        }
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
        return page(user, hotel, model);
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
