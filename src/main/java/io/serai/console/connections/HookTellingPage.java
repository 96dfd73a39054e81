package io.serai.console.connections;

import io.serai.console.access.SignedIn;
import io.serai.delivery.Parking;
import io.serai.reservation.hook.HookBook;
import io.serai.reservation.hook.HookLog;
import io.serai.reservation.hook.HookWork;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells one of the hotel's systems a test, or again what it was told; or no more for now. */
@Controller
@RequestMapping("/hotels/{hotel}/connections/hooks/{hook:[0-9]{1,18}}")
class HookTellingPage {

    private final HookPlace place;
    private final Parking parking;

    HookTellingPage(HookPlace place, Parking parking) {
        this.place = place;
        this.parking = parking;
    }

    /** Sends one again under the same id, or without one all that were given up. */
    @PostMapping("/replay")
    String replay(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("hook") long hook,
            @RequestParam(name = "delivery", required = false) @Nullable Long delivery,
            RedirectAttributes next) {
        List<Long> begun =
                log(
                        user,
                        hotel,
                        hook,
                        log -> delivery == null ? log.againParked() : log.again(delivery));
        begun.forEach(id -> parking.release(HookWork.ROUTE, Long.toString(id), user.actor()));
        next.addFlashAttribute(
                "said",
                begun.isEmpty()
                        ? "Nothing was there to be told again, or it is under way."
                        : begun.size() + " told again.");
        return "redirect:/hotels/" + hotel + "/connections/hooks/" + hook;
    }

    /** Tells it something that means nothing. */
    @PostMapping("/test")
    String test(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("hook") long hook,
            RedirectAttributes next) {
        boolean told = place.at(user, hotel, hook, (session, here, it) -> it.wish().enabled());
        log(user, hotel, hook, HookLog::ping);
        next.addFlashAttribute(
                "said",
                told
                        ? "A test is being told. Look again in a moment."
                        : "A test waits: it is told once this is enabled.");
        return "redirect:/hotels/" + hotel + "/connections/hooks/" + hook;
    }

    /** Tells it no more, or again. */
    @PostMapping("/enabled")
    String enable(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("hook") long hook,
            @RequestParam("on") boolean on,
            RedirectAttributes next) {
        place.at(
                user,
                hotel,
                hook,
                (session, here, it) -> {
                    new HookBook(session, hotel).change(it.id(), it.wish().withEnabled(on));
                    return here;
                });
        next.addFlashAttribute(
                "said",
                on
                        ? "It is told again, what waited first."
                        : "It is told nothing any more. What waited stays; what happens meanwhile is not told later.");
        return "redirect:/hotels/" + hotel + "/connections/hooks/" + hook;
    }

    private <T> T log(SignedIn user, int hotel, long hook, Function<HookLog, T> work) {
        return place.at(
                user,
                hotel,
                hook,
                (session, here, it) -> work.apply(new HookLog(session, hotel, it.id())));
    }
}
