package io.serai.console.people;

import io.serai.console.Desk;
import io.serai.console.Part;
import io.serai.console.Refusal;
import io.serai.console.access.AccessRefused;
import io.serai.console.access.Actor;
import io.serai.console.access.Chains;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        Actor actor = frame.on(model, user, "chains");
        String part = q.strip().toLowerCase(Locale.ROOT);
        List<Chains.Chain> found =
                chains.all(actor).stream()
                        .filter(
                                chain ->
                                        (chain.name() + " " + chain.code())
                                                .toLowerCase(Locale.ROOT)
                                                .contains(part))
                        .toList();
        model.addAttribute("q", q);
        model.addAttribute("part", Part.of(found, page));
        return "people/chains";
    }

    @GetMapping("/new")
    String another(@AuthenticationPrincipal SignedIn user, Model model) {
        return show(user, new ChainEntry(false, "", "", List.of()), model);
    }

    @GetMapping("/of/{chain}")
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("chain") String chain,
            Model model) {
        return show(user, ChainEntry.of(chains.find(frame.actor(user), chain)), model);
    }

    @PostMapping
    String add(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam("code") String code,
            @RequestParam("name") String name,
            @RequestParam(name = "hotels", required = false) @Nullable List<Long> hotels,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        ChainEntry entry = new ChainEntry(false, code.strip(), name.strip(), orNone(hotels));
        try {
            chains.add(frame.actor(user), entry.code(), entry.name(), entry.hotels());
            return done("It is made.", entry, next);
        } catch (AccessRefused refused) {
            return refused(user, entry, refused, model, response);
        }
    }

    @PostMapping("/of/{chain}")
    String change(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("chain") String chain,
            @RequestParam("name") String name,
            @RequestParam(name = "hotels", required = false) @Nullable List<Long> hotels,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        ChainEntry entry = new ChainEntry(true, chain, name.strip(), orNone(hotels));
        try {
            chains.change(frame.actor(user), chain, entry.name(), entry.hotels());
            return done("It is saved, and holds from now on.", entry, next);
        } catch (AccessRefused refused) {
            return refused(user, entry, refused, model, response);
        }
    }

    private static List<Long> orNone(@Nullable List<Long> hotels) {
        return Objects.requireNonNullElse(hotels, List.of());
    }

    private static String done(String said, ChainEntry entry, RedirectAttributes next) {
        next.addFlashAttribute("said", said);
        next.addAttribute("chain", entry.code());
        return "redirect:/people/chains/of/{chain}";
    }

    private String refused(
            SignedIn user,
            ChainEntry entry,
            AccessRefused refused,
            Model model,
            HttpServletResponse response) {
        response.setStatus(PeopleRefusals.status(refused).value());
        model.addAttribute(
                "problem", refused.title() + ": " + Refusal.of(refused.getMessage()).words());
        return show(user, entry, model);
    }

    private String show(SignedIn user, ChainEntry entry, Model model) {
        frame.on(model, user, "chains").demandAdmin();
        model.addAttribute("title", entry.there() ? entry.name() : "New chain");
        model.addAttribute("entry", entry);
        model.addAttribute("places", desk.hotels(user));
        return "people/chain";
    }
}
