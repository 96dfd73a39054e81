package io.serai.console;

import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import io.serai.delivery.Parking;
import io.serai.delivery.inbox.Inbox;
import io.serai.delivery.inbox.InboxMessage;
import io.serai.delivery.inbox.InboxWish;
import io.serai.delivery.inbox.ReplayWish;
import io.serai.delivery.inbox.Replays;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/**
 * What could not be processed: looked through, sent again one by one or all that is shown, or set
 * aside with a reason.
 */
@Controller
@RequestMapping("/inbox")
class InboxPage {

    private static final int PAGE = 50;

    private final Inbox inbox;
    private final Replays replays;
    private final Parking parking;
    private final Users users;
    private final Desk desk;

    InboxPage(Inbox inbox, Replays replays, Parking parking, Users users, Desk desk) {
        this.inbox = inbox;
        this.replays = replays;
        this.parking = parking;
        this.users = users;
        this.desk = desk;
    }

    /**
     * What the page shows; empty is any.
     *
     * @param state parked when it is missing
     */
    record Filter(
            @Nullable String state,
            @Nullable String kind,
            @Nullable String family,
            @Nullable String reason) {

        /** Whether it shows what waits: nothing else can be sent again. */
        boolean isWaiting() {
            return state == null || state.isBlank() || state.equals(InboxWish.PARKED);
        }

        private InboxWish wish(List<Long> hotels) {
            return new InboxWish(
                    hotels,
                    null,
                    state == null || state.isBlank() ? InboxWish.PARKED : state,
                    given(kind),
                    null,
                    null,
                    given(family),
                    given(reason),
                    null,
                    false);
        }

        private static @Nullable String given(@Nullable String value) {
            return value == null || value.isBlank() ? null : value;
        }
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("filter") Filter filter,
            @RequestParam(name = "before", required = false) @Nullable Long before,
            Model model) {
        ZoneId zone = zone(user);
        long from = before == null ? Long.MAX_VALUE : before;
        List<InboxMessage> found = inbox.list(filter.wish(hotels(user)), from, PAGE + 1);
        List<InboxMessage> shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("user", user);
        model.addAttribute("zone", zone.getId());
        model.addAttribute("messages", shown.stream().map(it -> InboxRow.of(it, zone)).toList());
        model.addAttribute("waiting", filter.isWaiting());
        model.addAttribute("next", found.size() > PAGE ? shown.get(PAGE - 1).id() : null);
        return "inbox";
    }

    /**
     * Sends those that are ticked again, or with {@code all} all that the filter means, if that is
     * what waits; what may be done already only with {@code evenIfDone}.
     */
    @PostMapping("/replay")
    String replay(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("filter") Filter filter,
            @RequestParam(name = "id", required = false) @Nullable List<Long> ids,
            @RequestParam(name = "all", defaultValue = "false") boolean all,
            @RequestParam(name = "evenIfDone", defaultValue = "false") boolean evenIfDone,
            RedirectAttributes next) {
        if (!filter.isWaiting()) {
            next.addFlashAttribute("said", "Only what is parked can be sent again.");
            return back(filter, next);
        }
        InboxWish wish = filter.wish(users.hotels(user, Right.OPERATE)).evenIfDone(evenIfDone);
        ReplayWish begun =
                replays.wish(all ? wish : wish.only(ids == null ? List.of() : ids), user.actor());
        next.addFlashAttribute(
                "said",
                begun.messages() == 0
                        ? "Nothing was chosen that can be sent again. What may be done already needs its own tick."
                        : begun.messages()
                                + " are sent again, in their order. Look again in a moment.");
        return back(filter, next);
    }

    @PostMapping("/{id}/discard")
    String discard(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("id") long id,
            @ModelAttribute("filter") Filter filter,
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
        return back(filter, next);
    }

    private static String back(Filter filter, RedirectAttributes next) {
        next.addAttribute("state", filter.state());
        next.addAttribute("kind", filter.kind());
        next.addAttribute("family", filter.family());
        next.addAttribute("reason", filter.reason());
        return "redirect:/inbox";
    }

    private List<Long> hotels(SignedIn user) {
        return List.copyOf(users.hotels(user));
    }

    private ZoneId zone(SignedIn user) {
        return desk.hotels(user).stream().map(Hotel::zone).findFirst().orElse(ZoneOffset.UTC);
    }
}
