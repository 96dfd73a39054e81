package io.serai.console.people;

import io.serai.console.ChosenHotels;
import io.serai.console.Desk;
import io.serai.console.Part;
import io.serai.console.Refusal;
import io.serai.console.Sorting;
import io.serai.console.access.AccessRefused;
import io.serai.console.access.Actor;
import io.serai.console.access.Chains;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hotels that belong together, at all of which somebody may be given a role at once. */
@Controller
@Needs(Right.ADMIN)
@RequestMapping("/people/chains")
class ChainsPage {

    private final PeopleFrame frame;
    private final Desk desk;
    private final Chains chains;

    ChainsPage(PeopleFrame frame, Desk desk, Chains chains) {
        this.frame = frame;
        this.desk = desk;
        this.chains = chains;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "sort", defaultValue = "") String sort,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        Actor actor = frame.on(model, user, "chains");
        String part = q.strip().toLowerCase(Locale.ROOT);
        Sorting<Chains.Chain> sorting = Sorting.of(sort, columns());
        List<Chains.Chain> found =
                chains.all(actor).stream()
                        .filter(
                                chain ->
                                        (chain.name() + " " + chain.code())
                                                .toLowerCase(Locale.ROOT)
                                                .contains(part))
                        .sorted(sorting.order())
                        .toList();
        model.addAttribute("q", q);
        model.addAttribute("sorting", sorting);
        model.addAttribute("part", Part.of(found, page));
        return "people/chains";
    }

    private static Map<String, Comparator<Chains.Chain>> columns() {
        Map<String, Comparator<Chains.Chain>> columns = new LinkedHashMap<>();
        columns.put(
                "name",
                Comparator.comparing(Chains.Chain::name, Sorting.byName())
                        .thenComparing(Chains.Chain::code));
        columns.put("code", Comparator.comparing(Chains.Chain::code));
        columns.put("hotels", Comparator.comparing(chain -> chain.hotels().size()));
        return columns;
    }

    @GetMapping("/new")
    String another(@AuthenticationPrincipal SignedIn user, Model model) {
        return show(
                user,
                new ChainEntry(false, "", "", ""),
                ChosenHotels.of(List.of(), List.of()),
                model);
    }

    @GetMapping("/of/{chain}")
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("chain") String chain,
            Model model) {
        return show(user, chain, model);
    }

    @PostMapping
    String add(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        ChainEntry entry = new ChainEntry(false, text(form, "code"), text(form, "name"), "");
        return write(
                user,
                entry,
                form,
                (actor, hotels) -> chains.add(actor, entry.code(), entry.name(), hotels),
                "It is made.",
                model,
                response,
                next);
    }

    @PostMapping("/of/{chain}")
    String change(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("chain") String chain,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        ChainEntry entry = new ChainEntry(true, chain, text(form, "name"), text(form, "seen"));
        return write(
                user,
                entry,
                form,
                (actor, hotels) -> chains.change(actor, chain, entry.name(), hotels, entry.seen()),
                "It is saved, and holds from now on.",
                model,
                response,
                next);
    }

    /** Writes what was entered; or shows it again, where hotels are put on its list first. */
    private String write(
            SignedIn user,
            ChainEntry entry,
            MultiValueMap<String, String> form,
            BiConsumer<Actor, List<Long>> work,
            String said,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        ChosenHotels hotels = ChosenHotels.read(form, desk.hotels(user));
        if (hotels.isOpen()) {
            response.setStatus(hotels.status());
            return show(user, entry, hotels, model);
        }
        try {
            work.accept(frame.actor(user), hotels.ids());
            next.addFlashAttribute("said", said);
            next.addAttribute("chain", entry.code());
            return "redirect:/people/chains/of/{chain}";
        } catch (AccessRefused refused) {
            response.setStatus(PeopleRefusals.status(refused).value());
            if (refused.isStale()) {
                model.addAttribute(
                        "problem",
                        "Somebody changed this chain meanwhile. Look at it again, and change it then.");
                return show(user, entry.code(), model);
            }
            model.addAttribute(
                    "problem", refused.title() + ": " + Refusal.of(refused.getMessage()).words());
            return show(user, entry, hotels, model);
        }
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }

    private String show(SignedIn user, String code, Model model) {
        Chains.Chain there = chains.find(frame.actor(user), code);
        List<String> listed = there.hotels().stream().map(String::valueOf).toList();
        return show(user, ChainEntry.of(there), ChosenHotels.of(listed, desk.hotels(user)), model);
    }

    private String show(SignedIn user, ChainEntry entry, ChosenHotels hotels, Model model) {
        frame.on(model, user, "chains").demandAdmin();
        model.addAttribute("title", entry.there() ? entry.name() : "New chain");
        model.addAttribute("entry", entry);
        model.addAttribute("chosen", hotels);
        return "people/chain";
    }
}
