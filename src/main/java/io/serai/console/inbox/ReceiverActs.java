package io.serai.console.inbox;

import io.serai.alert.AlertReceivers;
import io.serai.alert.Receiver;
import io.serai.alert.ReceiverDesk;
import io.serai.alert.TooManyTests;
import io.serai.console.Words;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells one who is told of alerts a test, or again what was given up; or nothing any more. */
@Controller
@Needs(Right.ENGINEER)
@RequestMapping("/inbox/receivers")
class ReceiverActs {

    private final AlertReceivers receivers;
    private final ReceiverDesk office;
    private final ReceiverSheet sheet;

    ReceiverActs(AlertReceivers receivers, ReceiverDesk office, ReceiverSheet sheet) {
        this.receivers = receivers;
        this.office = office;
        this.sheet = sheet;
    }

    @PostMapping("/{id:[0-9]{1,18}}/remove")
    String remove(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("id") long id,
            @ModelAttribute("filter") ReceiverFilter filter,
            RedirectAttributes next) {
        Receiver receiver = sheet.find(user, id);
        try {
            office.remove(receiver, user.actor());
            next.addFlashAttribute("said", receiver.wish().name() + " is told nothing any more.");
        } catch (IllegalArgumentException refused) {
            next.addFlashAttribute("said", refused.getMessage());
        }
        return "redirect:" + filter.address();
    }

    /** Sends it something that means nothing; so many a minute. */
    @PostMapping("/{id:[0-9]{1,18}}/test")
    String test(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("id") long id,
            @ModelAttribute("filter") ReceiverFilter filter,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        Receiver receiver = sheet.find(user, id);
        try {
            office.test(receiver);
        } catch (TooManyTests enough) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute(
                    "said",
                    receiver.wish().name()
                            + " was sent enough tests for now. Wait a minute, and see whether they were taken.");
            return sheet.show(user, filter, model);
        }
        next.addFlashAttribute(
                "said",
                "A test is being sent to "
                        + receiver.wish().name()
                        + ". Look again in a moment whether it was taken.");
        return "redirect:" + filter.address();
    }

    /** Tells it again what was given up. */
    @PostMapping("/{id:[0-9]{1,18}}/again")
    String again(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("id") long id,
            @ModelAttribute("filter") ReceiverFilter filter,
            RedirectAttributes next) {
        int begun = receivers.again(sheet.find(user, id).id());
        next.addFlashAttribute(
                "said",
                Words.counted(begun, "message") + (begun == 1 ? " is" : " are") + " sent again.");
        return "redirect:" + filter.address();
    }
}
