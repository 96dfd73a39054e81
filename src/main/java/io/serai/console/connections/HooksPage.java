package io.serai.console.connections;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Part;
import io.serai.console.Sorting;
import io.serai.console.access.SignedIn;
import io.serai.reservation.hook.HookAddresses;
import io.serai.reservation.hook.HookBook;
import io.serai.reservation.hook.HookSecrets;
import io.serai.reservation.hook.StoredHook.HookWish;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the hotel's own systems are told of reservations; others are added. */
@Controller
@RequestMapping("/hotels/{hotel}/connections/hooks")
class HooksPage {

    private final Desk desk;
    private final Frame frame;
    private final HookAddresses addresses;
    private final HookSecrets secrets;
    private final Clock clock;

    HooksPage(Desk desk, Frame frame, HookAddresses addresses, HookSecrets secrets, Clock clock) {
        this.desk = desk;
        this.frame = frame;
        this.addresses = addresses;
        this.secrets = secrets;
        this.clock = clock;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "told", defaultValue = "") String told,
            @RequestParam(name = "sort", defaultValue = "") String sort,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        Sorting<HookRow> sorting = Sorting.of(sort, HookRow.columns());
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    frame.on(model, user, here, "connections");
                    List<HookRow> found =
                            new HookBook(session, hotel)
                                    .all().stream()
                                            .map(it -> HookRow.of(it, clock.instant(), here.zone()))
                                            .filter(it -> it.matches(q.strip(), told))
                                            .sorted(sorting.order())
                                            .toList();
                    model.addAttribute("q", q);
                    model.addAttribute("state", told);
                    model.addAttribute("sorting", sorting);
                    model.addAttribute("part", Part.of(found, page));
                    if (!model.containsAttribute("wish")) {
                        model.addAttribute("wish", new HookWish("", HookWish.EVENTS, "thin", true));
                    }
                    model.addAttribute("events", HookWish.EVENTS);
                    return "connections/hooks";
                });
    }

    /** Adds one; its secret is shown on the next page, and never again. */
    @PostMapping
    String add(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam("url") String url,
            @RequestParam(name = "event", required = false) @Nullable List<String> events,
            @RequestParam(name = "payload", defaultValue = "thin") String payload,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        HookWish wish = new HookWish(url.strip(), told(events), payload, true);
        try {
            addresses.demand(wish, null);
        } catch (IllegalArgumentException refused) {
            response.setStatus(422);
            model.addAttribute("problem", refused.getMessage());
            model.addAttribute("wish", wish);
            return page(user, hotel, "", "", "", 1, model);
        }
        String secret = secrets.make();
        desk.at(
                user,
                hotel,
                (session, here) -> new HookBook(session, hotel).add(wish, secrets.seal(secret)));
        next.addFlashAttribute("said", "Added. Its secret, shown this once:");
        next.addFlashAttribute("secret", secret);
        return "redirect:/hotels/" + hotel + "/connections/hooks";
    }

    /** What was ticked; nothing where nothing was. */
    static List<String> told(@Nullable List<String> ticked) {
        return ticked == null ? List.of() : List.copyOf(ticked);
    }
}
