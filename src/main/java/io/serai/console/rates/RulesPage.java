package io.serai.console.rates;

import io.serai.console.Desk;
import io.serai.console.Hotel;
import io.serai.console.Unusable;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.BulkAnswer;
import io.serai.console.grid.BulkValues;
import io.serai.console.grid.Seen;
import io.serai.delivery.price.RuleBook;
import io.serai.delivery.price.RuleContent;
import io.serai.delivery.price.StoredRule;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
    private final RuleSheet sheet;
    private final RuleTrials trials;
    private final Clock clock;

    RulesPage(Desk desk, RuleSheet sheet, RuleTrials trials, Clock clock) {
        this.desk = desk;
        this.sheet = sheet;
        this.trials = trials;
        this.clock = clock;
    }

    /** All of them, and the form that adds one; or that changes one. */
    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam(name = "edit", required = false) @Nullable Integer edit,
            @ModelAttribute("filter") RuleFilter filter,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    if (edit != null) {
                        StoredRule rule = RuleSheet.find(new RuleBook(database, hotel), edit);
                        RuleSheet.edits(model, rule);
                        model.addAttribute("entered", RuleEntered.of(edit, rule.content(), here));
                    }
                    return sheet.show(database, here, user, filter, model);
                });
    }

    /**
     * Tries what was entered, of a new rule or of one; or saves it where its trial was looked at.
     */
    @PostMapping
    String write(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam MultiValueMap<String, String> entered,
            @ModelAttribute("filter") RuleFilter filter,
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
                                saved
                                        ? sheet.locked(database, hotel)
                                        : new RuleBook(database, hotel);
                        StoredRule before =
                                values.key("id") == 0
                                        ? null
                                        : RuleSheet.find(book, values.key("id"));
                        if (before != null) {
                            RuleSheet.edits(model, before);
                        }
                        RuleContent content =
                                new RuleValues(values, before == null ? null : before.content())
                                        .content(here);
                        if (saved) {
                            save(book, before, content, values);
                            return RuleSheet.said(
                                    hotel, filter, content.name() + " is saved.", next);
                        }
                        model.addAttribute("trial", trial(database, here, before, content));
                        model.addAttribute(
                                "again",
                                BulkAnswer.again(values).stream()
                                        .filter(it -> !RuleFilter.FIELDS.contains(it.name()))
                                        .toList());
                    } catch (Unusable problem) {
                        response.setStatus(problem.status());
                        model.addAttribute("problem", problem.getMessage());
                    }
                    model.addAttribute("entered", values);
                    return sheet.show(database, here, user, filter, model);
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
}
