package io.serai.console.people;

import io.serai.console.Desk;
import io.serai.console.Refusal;
import io.serai.console.access.AccessRefused;
import io.serai.console.access.Actor;
import io.serai.console.access.Chains;
import io.serai.console.access.MadeUpPassword;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.Role;
import io.serai.console.access.SignedIn;
import io.serai.console.access.UserAccount;
import io.serai.console.access.UserDesk;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.http.HttpStatus;
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

/** A user: what they may do, where, and whether they may come in. A password is shown once. */
@Controller
@Needs(Right.ADMIN)
@RequestMapping("/people/users")
class UserPage {

    private final PeopleFrame frame;
    private final Desk desk;
    private final UserDesk users;
    private final Chains chains;

    UserPage(PeopleFrame frame, Desk desk, UserDesk users, Chains chains) {
        this.frame = frame;
        this.desk = desk;
        this.users = users;
        this.chains = chains;
    }

    @GetMapping("/new")
    String another(@AuthenticationPrincipal SignedIn user, Model model) {
        return show(user, UserEntry.empty(), model);
    }

    @GetMapping("/{id:[0-9]+}")
    String page(
            @AuthenticationPrincipal SignedIn user, @PathVariable("id") String id, Model model) {
        return show(user, UserEntry.of(users.find(frame.actor(user), id), places(user)), model);
    }

    @PostMapping
    String add(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        String login = Objects.requireNonNullElse(form.getFirst("login"), "").strip();
        UserEntry entry = UserEntry.read(0, login, form, places(user));
        if (!entry.problem().isEmpty()) {
            return unknown(user, entry, model, response);
        }
        String password = MadeUpPassword.next();
        try {
            UserAccount added = users.add(frame.actor(user), entry.user(), password);
            next.addFlashAttribute("password", password);
            next.addFlashAttribute("said", "They may come in now.");
            return "redirect:/people/users/" + added.id();
        } catch (AccessRefused refused) {
            return refused(user, entry, refused, model, response);
        }
    }

    @PostMapping("/{id:[0-9]+}")
    String change(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Actor actor = frame.actor(user);
        UserAccount before = users.find(actor, id);
        UserEntry entry = UserEntry.read(before.id(), before.login(), form, places(user));
        if (!entry.problem().isEmpty()) {
            return unknown(user, entry, model, response);
        }
        try {
            users.change(actor, entry.user(), entry.seen(), null);
            next.addFlashAttribute("said", "It is saved, and holds from now on.");
            return "redirect:/people/users/" + id;
        } catch (AccessRefused refused) {
            UserEntry shown =
                    refused.isStale() ? UserEntry.of(users.find(actor, id), places(user)) : entry;
            return refused(user, shown, refused, model, response);
        }
    }

    @PostMapping("/{id:[0-9]+}/password")
    String password(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("id") String id,
            RedirectAttributes next) {
        String password = MadeUpPassword.next();
        users.renew(frame.actor(user), id, password);
        next.addFlashAttribute("password", password);
        return "redirect:/people/users/" + id;
    }

    /** Chains and hotels, as a field that names a place offers them while somebody writes. */
    @GetMapping("/places")
    String found(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam("place") String place,
            Model model) {
        model.addAttribute("offered", places(user).found(place));
        return "people/parts :: places";
    }

    private Places places(SignedIn user) {
        return new Places(chains.all(frame.actor(user)), desk.hotels(user));
    }

    private String unknown(
            SignedIn user, UserEntry entry, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("problem", entry.problem());
        return show(user, entry, model);
    }

    private String refused(
            SignedIn user,
            UserEntry entry,
            AccessRefused refused,
            Model model,
            HttpServletResponse response) {
        response.setStatus(PeopleRefusals.status(refused).value());
        model.addAttribute(
                "problem", refused.title() + ": " + Refusal.of(refused.getMessage()).words());
        return show(user, entry, model);
    }

    private String show(SignedIn user, UserEntry entry, Model model) {
        frame.on(model, user, "users");
        model.addAttribute("title", entry.id() == 0 ? "New user" : entry.login());
        model.addAttribute("entry", entry);
        model.addAttribute("roles", Arrays.stream(Role.values()).map(Role::word).toList());
        model.addAttribute("offered", places(user).found(""));
        return "people/user";
    }
}
