package io.serai.console.inbox;

import io.serai.alert.AlertKind;
import io.serai.alert.AlertReceivers;
import io.serai.alert.Receiver;
import io.serai.alert.ReceiverDesk;
import io.serai.alert.Severity;
import io.serai.alert.TooManyTests;
import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.access.Grants;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is told of which alerts, by mail or webhook, and whether that works. */
@Controller
@Needs(Right.ENGINEER)
@RequestMapping("/inbox/receivers")
class ReceiversPage {

    private final AlertReceivers receivers;
    private final ReceiverDesk office;
    private final Users users;
    private final Desk desk;
    private final Frame frame;

    ReceiversPage(
            AlertReceivers receivers, ReceiverDesk office, Users users, Desk desk, Frame frame) {
        this.receivers = receivers;
        this.office = office;
        this.users = users;
        this.desk = desk;
        this.frame = frame;
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn user, Model model) {
        model.addAttribute("entry", ReceiverEntry.EMPTY);
        return show(user, model);
    }

    /** Adds one; the secret of a webhook is shown on the next page, and never again. */
    @PostMapping
    String add(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("entry") ReceiverEntry entry,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        Grants grants = users.grants(user);
        Integer hotel = entry.hotel();
        boolean may =
                hotel == null
                        ? grants.mayEverywhere(Right.ENGINEER)
                        : grants.may(Right.ENGINEER, hotel);
        try {
            if (!may) {
                throw new IllegalArgumentException(
                        "hotel: " + (hotel == null ? "all" : hotel) + " (expected: one of yours)");
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
        Receiver receiver = find(user, id);
        model.addAttribute("entry", ReceiverEntry.of(receiver));
        model.addAttribute("changed", receiver.id());
        return show(user, model);
    }

    @PostMapping("/{id:[0-9]{1,18}}")
    String change(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("id") long id,
            @ModelAttribute("entry") ReceiverEntry entry,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        Receiver receiver = find(user, id);
        try {
            office.change(receiver, entry.wish(), user.actor());
            next.addFlashAttribute("said", "Changed.");
            return "redirect:/inbox/receivers";
        } catch (IllegalArgumentException refused) {
            model.addAttribute("changed", id);
            return refused(refused, entry, user, model, response);
        }
    }

    @PostMapping("/{id:[0-9]{1,18}}/remove")
    String remove(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("id") long id,
            RedirectAttributes next) {
        Receiver receiver = find(user, id);
        try {
            office.remove(receiver, user.actor());
            next.addFlashAttribute("said", receiver.wish().name() + " is told nothing any more.");
        } catch (IllegalArgumentException refused) {
            next.addFlashAttribute("said", refused.getMessage());
        }
        return "redirect:/inbox/receivers";
    }

    /** Sends it something that means nothing; so many a minute. */
    @PostMapping("/{id:[0-9]{1,18}}/test")
    String test(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("id") long id,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        Receiver receiver = find(user, id);
        try {
            office.test(receiver);
        } catch (TooManyTests enough) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute(
                    "said",
                    receiver.wish().name()
                            + " was sent enough tests for now. Wait a minute, and see whether they were taken.");
            model.addAttribute("entry", ReceiverEntry.EMPTY);
            return show(user, model);
        }
        next.addFlashAttribute(
                "said",
                "A test is being sent to "
                        + receiver.wish().name()
                        + ". Look again in a moment whether it was taken.");
        return "redirect:/inbox/receivers";
    }

    /** Tells it again what was given up. */
    @PostMapping("/{id:[0-9]{1,18}}/again")
    String again(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("id") long id,
            RedirectAttributes next) {
        int begun = receivers.again(find(user, id).id());
        next.addFlashAttribute("said", begun + " told again. Look again in a moment.");
        return "redirect:/inbox/receivers";
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
        return show(user, model);
    }

    private String show(SignedIn user, Model model) {
        Grants grants = users.grants(user);
        List<Hotel> hotels = desk.hotels(user);
        frame.on(model, user, "inbox");
        model.addAttribute(
                "receivers",
                mine(grants).stream()
                        .map(it -> ReceiverRow.of(it, hotels, InboxPage.zone(desk, user)))
                        .toList());
        model.addAttribute(
                "places",
                hotels.stream().filter(it -> grants.may(Right.ENGINEER, it.id())).toList());
        model.addAttribute("everywhere", grants.mayEverywhere(Right.ENGINEER));
        model.addAttribute("mails", office.mails());
        model.addAttribute("kinds", AlertKind.values());
        model.addAttribute("severities", Severity.values());
        return "inbox/receivers";
    }

    private List<Receiver> mine(Grants grants) {
        return receivers.all(grants.hotels(Right.ENGINEER), grants.mayEverywhere(Right.ENGINEER));
    }

    private Receiver find(SignedIn user, long id) {
        return mine(users.grants(user)).stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotHere("receiver " + id));
    }
}
