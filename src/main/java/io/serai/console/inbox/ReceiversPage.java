package io.serai.console.inbox;

import io.serai.alert.Receiver;
import io.serai.alert.ReceiverDesk;
import io.serai.console.NamedHotel;
import io.serai.console.access.Grants;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import io.serai.console.grid.Seen;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is told of which alerts, by mail or webhook; others are added, and each is changed. */
@Controller
@Needs(Right.ENGINEER)
@RequestMapping("/inbox/receivers")
class ReceiversPage {

    private final ReceiverDesk office;
    private final ReceiverSheet sheet;
    private final Users users;

    ReceiversPage(ReceiverDesk office, ReceiverSheet sheet, Users users) {
        this.office = office;
        this.sheet = sheet;
        this.users = users;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("filter") ReceiverFilter filter,
            Model model) {
        return sheet.show(user, filter, model);
    }

    /** Adds one; the secret of a webhook is shown on the next page, and never again. */
    @PostMapping
    String add(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("entry") ReceiverEntry entry,
            @RequestParam(name = "meant", defaultValue = "") String meant,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        if (!meant.isEmpty()) {
            model.addAttribute("entry", entry.at(meant.split(" ", 2)[0]));
            return sheet.show(user, ReceiverFilter.NONE, model);
        }
        Grants grants = users.grants(user);
        NamedHotel named = NamedHotel.of(entry.hotel(), sheet.places(user));
        Integer hotel = named.id();
        if (named.isUnknown()) {
            response.setStatus(422);
            return sheet.show(user, ReceiverFilter.NONE, model);
        }
        try {
            if (hotel == null && !grants.mayEverywhere(Right.ENGINEER)) {
                throw new IllegalArgumentException("Say which hotel: its name or number.");
            }
            ReceiverDesk.Added added = office.add(hotel, entry.wish(), user.actor());
            next.addFlashAttribute("said", "Added. Send it a test to see that it is reached.");
            next.addFlashAttribute("secret", added.secret());
            return "redirect:/inbox/receivers";
        } catch (IllegalArgumentException refused) {
            return refused(refused, entry, user, model, response);
        }
    }

    /** One of them, to be changed. */
    @GetMapping("/{id:[0-9]{1,18}}")
    String one(@AuthenticationPrincipal SignedIn user, @PathVariable("id") long id, Model model) {
        return show(user, sheet.find(user, id), model);
    }

    @PostMapping("/{id:[0-9]{1,18}}")
    String change(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("id") long id,
            @ModelAttribute("entry") ReceiverEntry entry,
            @RequestParam(name = "seen", defaultValue = "") String seen,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        Receiver receiver = sheet.find(user, id);
        if (!seen(receiver).equals(seen)) {
            response.setStatus(409);
            model.addAttribute(
                    "problem",
                    "Somebody changed this receiver meanwhile. Look at it again, and change it then.");
            return show(user, receiver, model);
        }
        try {
            office.change(receiver, entry.wish(), user.actor());
            next.addFlashAttribute("said", "Changed.");
            return "redirect:/inbox/receivers";
        } catch (IllegalArgumentException refused) {
            model.addAttribute("changed", id);
            model.addAttribute("seen", seen);
            return refused(refused, entry, user, model, response);
        }
    }

    private String show(SignedIn user, Receiver receiver, Model model) {
        model.addAttribute("entry", ReceiverEntry.of(receiver));
        model.addAttribute("changed", receiver.id());
        model.addAttribute("seen", seen(receiver));
        return sheet.show(user, ReceiverFilter.NONE, model);
    }

    /** Another one for every other wish. */
    private static String seen(Receiver receiver) {
        return Seen.stamp(receiver.wish());
    }

    private String refused(
            IllegalArgumentException refused,
            ReceiverEntry entry,
            SignedIn user,
            Model model,
            HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("problem", refused.getMessage());
        model.addAttribute("entry", entry);
        return sheet.show(user, ReceiverFilter.NONE, model);
    }
}
