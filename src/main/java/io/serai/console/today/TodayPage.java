package io.serai.console.today;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.access.SignedIn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A hotel's day: who comes and goes, what was booked, what needs a person, how channels are. */
@Controller
class TodayPage {

    private final Desk desk;
    private final Frame frame;
    private final DayReader reader;

    TodayPage(Desk desk, Frame frame, DayReader reader) {
        this.desk = desk;
        this.frame = frame;
        this.reader = reader;
    }

    /** Leads to the day of the hotel that was looked at last. */
    @GetMapping("/")
    String first(@AuthenticationPrincipal SignedIn user, Model model) {
        return frame.last(user)
                .map(hotel -> "redirect:/hotels/" + hotel.id() + "/today")
                .orElseGet(
                        () -> {
                            frame.on(model, user, "today");
                            return "no-hotel";
                        });
    }

    @GetMapping("/hotels/{hotel}/today")
    String page(
            @AuthenticationPrincipal SignedIn user, @PathVariable("hotel") int hotel, Model model) {
        show(user, hotel, model);
        return "today/page";
    }

    /**
     * The parts of the page that changed; nothing when none did.
     *
     * @param seen the stamps of what the page shows
     */
    @GetMapping("/hotels/{hotel}/today/now")
    Object now(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam("seen") String seen,
            Model model) {
        Map<String, String> stamps = show(user, hotel, model);
        List<String> shown = Arrays.asList(seen.split(","));
        List<String> moved =
                stamps.entrySet().stream()
                        .filter(each -> !shown.contains(each.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        if (moved.isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        model.addAttribute("moved", moved);
        return "today/parts :: now";
    }

    private Map<String, String> show(SignedIn user, int hotel, Model model) {
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    frame.on(model, user, here, "today");
                    Day day = reader.read(session, here);
                    Map<String, String> stamps = day.stamps();
                    model.addAttribute("day", day);
                    model.addAttribute(
                            "seen", stamps.values().stream().collect(Collectors.joining(",")));
                    return stamps;
                });
    }
}
