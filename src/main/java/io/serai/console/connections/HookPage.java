package io.serai.console.connections;

import io.serai.console.Frame;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.Seen;
import io.serai.reservation.hook.HookAddresses;
import io.serai.reservation.hook.HookBook;
import io.serai.reservation.hook.HookLog;
import io.serai.reservation.hook.HookSecrets;
import io.serai.reservation.hook.HookSettings;
import io.serai.reservation.hook.StoredHook;
import io.serai.reservation.hook.StoredHook.HookWish;
import io.serai.reservation.hook.ToldDelivery;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
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
 * One of the hotel's systems that are told: where, of what, signed with what, and the log of it.
 */
@Controller
@RequestMapping("/hotels/{hotel}/connections/hooks/{hook:[0-9]{1,18}}")
class HookPage {

    private static final int PAGE = 50;

    private final HookPlace place;
    private final Frame frame;
    private final HookAddresses addresses;
    private final HookSecrets secrets;
    private final HookSettings settings;
    private final Clock clock;

    HookPage(
            HookPlace place,
            Frame frame,
            HookAddresses addresses,
            HookSecrets secrets,
            HookSettings settings,
            Clock clock) {
        this.place = place;
        this.frame = frame;
        this.addresses = addresses;
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    /** What it was told, the latest first. */
    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("hook") long hook,
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "before", required = false) @Nullable Long before,
            Model model) {
        return place.at(
                user,
                hotel,
                hook,
                (session, here, stored) -> {
                    String wanted = state == null || state.isBlank() ? null : state;
                    List<ToldDelivery> found =
                            new HookLog(session, hotel, hook).page(wanted, before, PAGE + 1);
                    List<ToldDelivery> shown = found.subList(0, Math.min(PAGE, found.size()));
                    frame.on(model, user, here, "connections");
                    model.addAttribute("hook", HookRow.of(stored, clock.instant(), here.zone()));
                    if (!model.containsAttribute("wish")) {
                        model.addAttribute("wish", stored.wish());
                    }
                    if (!model.containsAttribute("seen")) {
                        model.addAttribute("seen", seen(stored));
                    }
                    model.addAttribute("events", HookWish.EVENTS);
                    model.addAttribute("both", settings.rotation().toHours() + " h");
                    model.addAttribute("state", wanted);
                    model.addAttribute(
                            "told",
                            shown.stream().map(it -> HookRow.Told.of(it, here.zone())).toList());
                    model.addAttribute(
                            "next", found.size() > PAGE ? shown.get(PAGE - 1).id() : null);
                    return "connections/hook";
                });
    }

    /** Has it told elsewhere, or of something else. */
    @PostMapping
    String change(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("hook") long hook,
            @RequestParam("url") String url,
            @RequestParam(name = "event", required = false) @Nullable List<String> events,
            @RequestParam("payload") String payload,
            @RequestParam(name = "seen", defaultValue = "") String seen,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        HookWish before = place.at(user, hotel, hook, (session, here, it) -> it.wish());
        HookWish wish =
                new HookWish(url.strip(), HooksPage.told(events), payload, before.enabled());
        try {
            addresses.demand(wish, before);
        } catch (IllegalArgumentException refused) {
            response.setStatus(422);
            model.addAttribute("problem", refused.getMessage());
            model.addAttribute("wish", wish);
            model.addAttribute("seen", seen);
            return page(user, hotel, hook, null, null, model);
        }
        boolean changed =
                place.at(
                        user,
                        hotel,
                        hook,
                        (session, here, it) -> {
                            if (!seen(it).equals(seen)) {
                                return false;
                            }
                            new HookBook(session, hotel)
                                    .change(it.id(), wish.withEnabled(it.wish().enabled()));
                            return true;
                        });
        if (changed) {
            return said(hotel, hook, next, "Changed. What waits for it is told as it is now.");
        }
        response.setStatus(409);
        model.addAttribute(
                "problem",
                "Somebody changed this webhook meanwhile. Look at it again, and change it then.");
        return page(user, hotel, hook, null, null, model);
    }

    /** Another one for every other wish; whether it is told is not of the form. */
    private static String seen(StoredHook hook) {
        return Seen.stamp(hook.wish().withEnabled(true));
    }

    /** Gives it another secret, which is shown on the next page and never again. */
    @PostMapping("/rotate")
    String rotate(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("hook") long hook,
            RedirectAttributes next) {
        String secret = secrets.make();
        write(
                user,
                hotel,
                hook,
                (book, it) -> book.rotate(it.id(), secrets.seal(secret), settings.rotation()));
        next.addFlashAttribute("secret", secret);
        return said(hotel, hook, next, "Its new secret, shown this once:");
    }

    /** Takes it away with all that waits for it. */
    @PostMapping("/remove")
    String remove(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("hook") long hook,
            RedirectAttributes next) {
        write(user, hotel, hook, (book, it) -> book.remove(it.id()));
        next.addFlashAttribute("said", "Taken away: it is told nothing any more.");
        return "redirect:/hotels/" + hotel + "/connections/hooks";
    }

    private boolean write(
            SignedIn user, int hotel, long hook, BiConsumer<HookBook, StoredHook> work) {
        return place.at(
                user,
                hotel,
                hook,
                (session, here, stored) -> {
                    work.accept(new HookBook(session, hotel), stored);
                    return true;
                });
    }

    private static String said(int hotel, long hook, RedirectAttributes next, String words) {
        next.addFlashAttribute("said", words);
        return "redirect:/hotels/" + hotel + "/connections/hooks/" + hook;
    }
}
