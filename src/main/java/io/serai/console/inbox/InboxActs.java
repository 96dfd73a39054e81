package io.serai.console.inbox;

import io.serai.console.Desk;
import io.serai.console.NamedHotel;
import io.serai.console.NotHere;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import io.serai.delivery.Parking;
import io.serai.delivery.inbox.Inbox;
import io.serai.delivery.inbox.InboxWish;
import io.serai.delivery.inbox.ReplayWish;
import io.serai.delivery.inbox.Replays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends messages of the inbox again, one by one or all that is shown, or sets them aside. */
@Controller
@RequestMapping("/inbox")
class InboxActs {

    private final Inbox inbox;
    private final Replays replays;
    private final Parking parking;
    private final Users users;
    private final Desk desk;

    InboxActs(Inbox inbox, Replays replays, Parking parking, Users users, Desk desk) {
        this.inbox = inbox;
        this.replays = replays;
        this.parking = parking;
        this.users = users;
        this.desk = desk;
    }

    /**
     * Sends those that are ticked again, or with {@code all} all that the filter means, if that is
     * what waits; what may be done already only with {@code evenIfDone}.
     */
    @PostMapping("/replay")
    String replay(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("filter") InboxFilter filter,
            @RequestParam(name = "id", required = false) @Nullable List<Long> ids,
            @RequestParam(name = "all", defaultValue = "false") boolean all,
            @RequestParam(name = "evenIfDone", defaultValue = "false") boolean evenIfDone,
            RedirectAttributes next) {
        if (!filter.isWaiting()) {
            next.addFlashAttribute("said", "Only what waits can be sent again.");
            return "redirect:" + filter.address(null);
        }
        InboxWish wish =
                filter.wish(
                                users.hotels(user, Right.OPERATE),
                                NamedHotel.of(filter.hotel(), desk.hotels(user)),
                                InboxPage.zone(desk, user))
                        .evenIfDone(evenIfDone);
        ReplayWish begun =
                replays.wish(all ? wish : wish.only(ids == null ? List.of() : ids), user.actor());
        next.addFlashAttribute(
                "said",
                begun.messages() == 0
                        ? "Nothing was chosen that can be sent again. What may be done already needs its own tick."
                        : (begun.messages() == 1
                                        ? "1 message is"
                                        : begun.messages() + " messages are")
                                + " sent again, in their order. Look again in a moment.");
        return "redirect:" + filter.address(null);
    }

    @PostMapping("/{id:[0-9]{1,18}}/discard")
    String discard(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("id") long id,
            @ModelAttribute("filter") InboxFilter filter,
            @RequestParam("why") String why,
            RedirectAttributes next) {
        inbox.find(InboxWish.all(users.hotels(user, Right.OPERATE)), id)
                .orElseThrow(() -> new NotHere("message " + id));
        boolean reason = !why.isBlank() && why.length() <= 500;
        boolean done = reason && parking.discard(id, user.actor(), why);
        next.addFlashAttribute(
                "said",
                done
                        ? "It is set aside."
                        : reason
                                ? "It is being sent again, or settled already."
                                : "Setting aside needs a reason of at most 500 letters.");
        return "redirect:" + filter.address(null);
    }
}
