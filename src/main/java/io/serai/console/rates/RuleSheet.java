package io.serai.console.rates;

import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.Part;
import io.serai.console.Sorting;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.BulkValues;
import io.serai.console.grid.Choices;
import io.serai.console.grid.Seen;
import io.serai.delivery.Wakes;
import io.serai.delivery.price.RuleBook;
import io.serai.delivery.price.StoredRule;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is seen of a hotel's price rules, and the book that they are written in. */
@Component
class RuleSheet {

    private final Frame frame;
    private final Wakes wakes;

    RuleSheet(Frame frame, Wakes wakes) {
        this.frame = frame;
        this.wakes = wakes;
    }

    /** The rules that a filter means, and the form, with what was entered or is changed. */
    String show(JdbcClient database, Hotel here, SignedIn user, RuleFilter filter, Model model) {
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
        Sorting<RuleRow> sorting = Sorting.of(filter.order(), RuleFilter.columns());
        List<RuleRow> rows = new ArrayList<>();
        for (StoredRule rule : new RuleBook(database, here.id()).all()) {
            rows.add(RuleRow.of(rule, rows.size() + 1, here, types, plans));
        }
        model.addAttribute("filter", filter);
        model.addAttribute("sorting", sorting);
        model.addAttribute(
                "part",
                Part.of(
                        rows.stream().filter(filter::matches).sorted(sorting.order()).toList(),
                        filter.at()));
        return "rates/rules";
    }

    /** Has the form change this one. */
    static void edits(Model model, StoredRule rule) {
        model.addAttribute("edited", rule);
        model.addAttribute("seen", Seen.stamp(rule.content()));
    }

    /** One of them. */
    static StoredRule find(RuleBook book, int id) {
        return book.find(id).orElseThrow(() -> new NotHere("rule " + id));
    }

    /** One writer of a hotel's rules at a time; with the commit the channels are told. */
    RuleBook locked(JdbcClient database, int hotel) {
        RuleBook book = new RuleBook(database, hotel);
        book.lock();
        wakes.afterCommit();
        return book;
    }

    /** Back to those that were looked at, with words. */
    static String said(int hotel, RuleFilter filter, String words, RedirectAttributes next) {
        next.addFlashAttribute("said", words);
        return "redirect:" + filter.address(path(hotel));
    }

    private static String path(int hotel) {
        return "/hotels/" + hotel + "/rates/rules";
    }
}
