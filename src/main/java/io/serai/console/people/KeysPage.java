package io.serai.console.people;

import io.serai.console.ChosenHotels;
import io.serai.console.Desk;
import io.serai.console.Hotel;
import io.serai.console.Part;
import io.serai.console.Refusal;
import io.serai.console.Sorting;
import io.serai.console.access.AccessRefused;
import io.serai.console.access.Actor;
import io.serai.console.access.ApiKey;
import io.serai.console.access.ApiKeys;
import io.serai.console.access.KeyDesk;
import io.serai.console.access.KeySettings;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The API keys of the hotels that somebody administers. A secret is shown once. */
@Controller
@Needs(Right.ADMIN)
@RequestMapping("/people/keys")
class KeysPage {

    private final PeopleFrame frame;
    private final Desk desk;
    private final KeyDesk keys;
    private final KeySettings settings;
    private final Clock clock;

    KeysPage(PeopleFrame frame, Desk desk, KeyDesk keys, KeySettings settings, Clock clock) {
        this.frame = frame;
        this.desk = desk;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "state", defaultValue = "good") String state,
            @RequestParam(name = "sort", defaultValue = "") String sort,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        model.addAttribute("entry", KeyEntry.empty(settings.life().toDays()));
        model.addAttribute("chosen", ChosenHotels.of(List.of(), List.of()));
        KeyFilter filter = new KeyFilter(q.strip(), state.equals("any") ? "" : state);
        return show(user, filter, Sorting.of(sort, KeyFilter.columns()), page, model);
    }

    @PostMapping
    String make(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute KeyEntry entry,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        ChosenHotels hotels = ChosenHotels.read(form, frame.administered(model, user));
        model.addAttribute("entry", entry);
        model.addAttribute("chosen", hotels);
        if (hotels.isOpen()) {
            response.setStatus(hotels.status());
            return all(user, model);
        }
        try {
            tell(
                    keys.make(
                            frame.actor(user),
                            entry.plainName(),
                            entry.which(),
                            entry.isEverywhere(),
                            hotels.ids(),
                            entry.howLong()),
                    next);
            return "redirect:/people/keys";
        } catch (AccessRefused refused) {
            response.setStatus(PeopleRefusals.status(refused).value());
            model.addAttribute(
                    "problem", refused.title() + ": " + Refusal.of(refused.getMessage()).words());
            return all(user, model);
        }
    }

    private String all(SignedIn user, Model model) {
        return show(user, new KeyFilter("", "good"), Sorting.of("", KeyFilter.columns()), 1, model);
    }

    @PostMapping("/{id}/rotate")
    String rotate(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("id") String id,
            @RequestParam Map<String, String> asked,
            RedirectAttributes next) {
        tell(keys.rotate(frame.actor(user), id), next);
        return "redirect:" + KeyFilter.address(asked);
    }

    @PostMapping("/{id}/revoke")
    String revoke(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("id") String id,
            @RequestParam Map<String, String> asked,
            RedirectAttributes next) {
        String name = keys.revoke(frame.actor(user), id).name();
        next.addFlashAttribute("said", "The key " + name + " lets nobody in any more.");
        return "redirect:" + KeyFilter.address(asked);
    }

    private static void tell(ApiKeys.Told told, RedirectAttributes next) {
        next.addFlashAttribute("secret", told.secret());
        next.addFlashAttribute("secretOf", told.key().name());
    }

    private String show(
            SignedIn user, KeyFilter filter, Sorting<ApiKey> sorting, int page, Model model) {
        Actor actor = frame.on(model, user, "keys");
        frame.administered(model, user);
        Map<Long, String> hotels =
                desk.hotels(user).stream()
                        .collect(Collectors.toMap(hotel -> (long) hotel.id(), Hotel::name));
        Instant now = clock.instant();
        ZoneId zone = frame.zone(user);
        List<KeyRow> found =
                keys.all(actor).stream()
                        .sorted(sorting.order())
                        .map(key -> KeyRow.of(key, hotels, now, zone))
                        .filter(filter::matches)
                        .toList();
        model.addAttribute("filter", filter);
        model.addAttribute("sorting", sorting);
        model.addAttribute("part", Part.of(found, page));
        model.addAttribute(
                "rights",
                Arrays.stream(Right.values())
                        .filter(actor.grants()::mayAnywhere)
                        .map(Right::word)
                        .toList());
        model.addAttribute("overlap", settings.overlap().toHours());
        return "people/keys";
    }
}
