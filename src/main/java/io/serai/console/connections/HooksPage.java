package io.serai.console.connections;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.delivery.Parking;
import io.serai.reservation.hook.HookAddresses;
import io.serai.reservation.hook.HookBook;
import io.serai.reservation.hook.HookLog;
import io.serai.reservation.hook.HookSecrets;
import io.serai.reservation.hook.HookWork;
import io.serai.reservation.hook.StoredHook;
import io.serai.reservation.hook.StoredHook.HookWish;
import io.serai.reservation.hook.ToldDelivery;
import jakarta.servlet.http.HttpServletResponse;
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

/**
 * Where the hotel's own systems are told of reservations, what they were told, and telling it
 * again.
 */
@Controller
@RequestMapping("/hotels/{hotel}/connections/hooks")
class HooksPage {

    private static final int PAGE = 50;

    private final Desk desk;
    private final Frame frame;
    private final HookAddresses addresses;
    private final HookSecrets secrets;
    private final Parking parking;

    HooksPage(
            Desk desk, Frame frame, HookAddresses addresses, HookSecrets secrets, Parking parking) {
        this.desk = desk;
        this.frame = frame;
        this.addresses = addresses;
        this.secrets = secrets;
        this.parking = parking;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user, @PathVariable("hotel") int hotel, Model model) {
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    frame.on(model, user, here, "connections");
                    model.addAttribute(
                            "hooks",
                            new HookBook(session, hotel).all().stream().map(HookRow::of).toList());
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
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            addresses.demand(url.strip());
        } catch (IllegalArgumentException refused) {
            response.setStatus(422);
            model.addAttribute("problem", refused.getMessage());
            return page(user, hotel, model);
        }
        List<String> told =
                events == null
                        ? HookWish.EVENTS
                        : events.stream().filter(HookWish.EVENTS::contains).toList();
        String secret = secrets.make();
        desk.at(
                user,
                hotel,
                (session, here) ->
                        new HookBook(session, hotel)
                                .add(
                                        new HookWish(url.strip(), told, "thin", true),
                                        secrets.seal(secret)));
        next.addFlashAttribute("said", "Added. Its secret, shown this once:");
        next.addFlashAttribute("secret", secret);
        return "redirect:/hotels/" + hotel + "/connections/hooks";
    }

    /** One: what it was told, the latest first. */
    @GetMapping("/{hook:[0-9]{1,18}}")
    String one(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("hook") long hook,
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "before", required = false) @Nullable Long before,
            Model model) {
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    StoredHook stored = find(new HookBook(session, hotel), hook);
                    String wanted = state == null || state.isBlank() ? null : state;
                    List<ToldDelivery> found =
                            new HookLog(session, hotel, hook).page(wanted, before, PAGE + 1);
                    List<ToldDelivery> shown = found.subList(0, Math.min(PAGE, found.size()));
                    frame.on(model, user, here, "connections");
                    model.addAttribute("hook", HookRow.of(stored));
                    model.addAttribute("state", wanted);
                    model.addAttribute(
                            "told",
                            shown.stream().map(it -> HookRow.Told.of(it, here.zone())).toList());
                    model.addAttribute(
                            "next", found.size() > PAGE ? shown.get(PAGE - 1).id() : null);
                    return "connections/hook";
                });
    }

    /** Sends one again under the same id, or without one all that were given up. */
    @PostMapping("/{hook:[0-9]{1,18}}/replay")
    String replay(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("hook") long hook,
            @RequestParam(name = "delivery", required = false) @Nullable Long delivery,
            RedirectAttributes next) {
        List<Long> begun =
                desk.at(
                        user,
                        hotel,
                        (session, here) -> {
                            find(new HookBook(session, hotel), hook);
                            HookLog log = new HookLog(session, hotel, hook);
                            return delivery == null ? log.againParked() : log.again(delivery);
                        });
        begun.forEach(id -> parking.release(HookWork.ROUTE, Long.toString(id), user.actor()));
        next.addFlashAttribute(
                "said",
                begun.isEmpty()
                        ? "Nothing was there to be told again, or it is under way."
                        : begun.size() + " told again.");
        return "redirect:/hotels/" + hotel + "/connections/hooks/" + hook;
    }

    /** Tells it something that means nothing. */
    @PostMapping("/{hook:[0-9]{1,18}}/test")
    String test(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("hook") long hook,
            RedirectAttributes next) {
        desk.at(
                user,
                hotel,
                (session, here) -> {
                    find(new HookBook(session, hotel), hook);
                    return new HookLog(session, hotel, hook).ping();
                });
        next.addFlashAttribute("said", "A test is being told. Look again in a moment.");
        return "redirect:/hotels/" + hotel + "/connections/hooks/" + hook;
    }

    private static StoredHook find(HookBook book, long hook) {
        return book.find(hook).orElseThrow(() -> new NotHere("webhook " + hook));
    }
}
