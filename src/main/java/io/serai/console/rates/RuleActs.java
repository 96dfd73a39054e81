package io.serai.console.rates;

import io.serai.console.Desk;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.Seen;
import io.serai.delivery.price.RuleBook;
import io.serai.delivery.price.StoredRule;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a hotel's price rules away, once that was tried, and orders them. */
@Controller
@RequestMapping("/hotels/{hotel}/rates/rules")
class RuleActs {

    private final Desk desk;
    private final RuleSheet sheet;
    private final RuleTrials trials;
    private final Clock clock;

    RuleActs(Desk desk, RuleSheet sheet, RuleTrials trials, Clock clock) {
        this.desk = desk;
        this.sheet = sheet;
        this.trials = trials;
        this.clock = clock;
    }

    /** Tries the removal of one, or removes it where its trial was looked at. */
    @PostMapping("/remove")
    String remove(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam("id") int id,
            @RequestParam(name = "save", defaultValue = "") String save,
            @RequestParam(name = "seen", defaultValue = "") String seen,
            @ModelAttribute("filter") RuleFilter filter,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        boolean removed = save.equals("yes");
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    RuleBook book =
                            removed ? sheet.locked(database, hotel) : new RuleBook(database, hotel);
                    String stamp = Seen.stamp(RuleSheet.find(book, id).content());
                    if (removed && stamp.equals(seen)) {
                        book.remove(id);
                        return RuleSheet.said(hotel, filter, "The rule is removed.", next);
                    }
                    if (removed) {
                        response.setStatus(409);
                        model.addAttribute(
                                "problem",
                                "Somebody changed this rule meanwhile. Look at it again, and remove it then.");
                    }
                    model.addAttribute("seen", stamp);
                    model.addAttribute(
                            "trial", trials.removing(database, here, here.today(clock), id));
                    model.addAttribute("removed", id);
                    return sheet.show(database, here, user, filter, model);
                });
    }

    /** Puts one a place before its neighbour. */
    @PostMapping("/up")
    String up(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam("id") int id,
            @ModelAttribute("filter") RuleFilter filter,
            RedirectAttributes next) {
        desk.at(
                user,
                hotel,
                (database, here) -> {
                    RuleBook book = sheet.locked(database, hotel);
                    List<Integer> order =
                            new ArrayList<>(book.all().stream().map(StoredRule::id).toList());
                    int at = order.indexOf(id);
                    if (at > 0) {
                        Collections.swap(order, at, at - 1);
                        book.order(order);
                    }
                    return here;
                });
        return RuleSheet.said(hotel, filter, "The order is changed.", next);
    }
}
