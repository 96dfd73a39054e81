package io.serai.console.grid;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.Unusable;
import io.serai.console.access.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A night of a room type or product, changed where it stands; without scripts on a page of its own.
 */
@Controller
@RequestMapping("/hotels/{hotel}/{kind:rooms|products}/{id}/nights/{night}")
class NightPage {

    private final Desk desk;
    private final NightChanges changes;
    private final NightStories stories;
    private final Frame frame;

    NightPage(Desk desk, NightChanges changes, NightStories stories, Frame frame) {
        this.desk = desk;
        this.changes = changes;
        this.stories = stories;
        this.frame = frame;
    }

    /** The form. */
    @GetMapping
    String ask(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("kind") NightKind kind,
            @PathVariable("id") int id,
            @PathVariable("night") LocalDate night,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    model.addAttribute("change", changes.ask(database, here, kind, id, night));
                    return form(user, here, kind, part, model);
                });
    }

    /** How the night came to be as it is, and what became of it. */
    @GetMapping("/story")
    String story(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("kind") NightKind kind,
            @PathVariable("id") int id,
            @PathVariable("night") LocalDate night,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    frame.on(model, user, here, kind.section());
                    model.addAttribute("story", stories.of(database, here, kind, id, night));
                    return part == null ? "grid/story" : "grid/story :: story";
                });
    }

    /** The night as the grid shows it, unchanged. */
    @GetMapping("/shown")
    String shown(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("kind") NightKind kind,
            @PathVariable("id") int id,
            @PathVariable("night") LocalDate night,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    model.addAttribute("cell", changes.shown(database, here, kind, id, night));
                    return "grid/cell :: cell";
                });
    }

    /** Takes the change, or says what is wrong with it beside the values. */
    @PostMapping
    String change(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("kind") NightKind kind,
            @PathVariable("id") int id,
            @PathVariable("night") LocalDate night,
            @RequestParam MultiValueMap<String, String> values,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    try {
                        changes.take(database, here, kind, id, night, values);
                    } catch (Unusable problem) {
                        response.setStatus(problem.status());
                        model.addAttribute(
                                "change",
                                changes.again(database, here, kind, id, night, values, problem));
                        return form(user, here, kind, part, model);
                    }
                    Night cell = changes.shown(database, here, kind, id, night);
                    model.addAttribute("cell", cell);
                    return part == null
                            ? "redirect:/hotels/"
                                    + hotel
                                    + "/"
                                    + kind.section()
                                    + "?from="
                                    + night
                                    + "#"
                                    + cell.key()
                            : "grid/cell :: cell";
                });
    }

    private String form(
            SignedIn user, Hotel hotel, NightKind kind, @Nullable String part, Model model) {
        frame.on(model, user, hotel, kind.section());
        return part == null ? "grid/change" : "grid/change :: form";
    }
}
