package io.serai.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.console.access.Grants;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import io.serai.reservation.action.ActionRefused;
import io.serai.reservation.action.OfferedAction;
import io.serai.reservation.action.ReservationActions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A booking, and what its channel may be asked to do with it. */
@Controller
@RequestMapping("/hotels/{hotel}/bookings/{booking}")
class BookingPage {

    private final Desk desk;
    private final Users users;
    private final BookingSheets sheets;
    private final ReservationActions actions;

    BookingPage(Desk desk, Users users, BookingSheets sheets, ReservationActions actions) {
        this.desk = desk;
        this.users = users;
        this.sheets = sheets;
        this.actions = actions;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("booking") long booking,
            Model model) {
        model.addAttribute("hotels", desk.hotels(user));
        show(user, hotel, booking, model);
        return "booking";
    }

    /** What moved since; nothing when nothing did. Forms stay as they are. */
    @GetMapping("/now")
    Object now(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("booking") long booking,
            @RequestParam("seen") String seen,
            Model model) {
        return show(user, hotel, booking, model).equals(seen)
                ? ResponseEntity.noContent().build()
                : "booking-parts :: now";
    }

    @Needs(Right.READ)
    @PostMapping("/actions/{action}")
    String act(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("booking") long booking,
            @PathVariable("action") String action,
            @RequestParam Map<String, String> entered,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            RedirectAttributes next) {
        Right right = Right.toHaveDone(action);
        if (!users.grants(user).may(right, hotel)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "may not " + right.word() + " (expected: who may)");
        }
        String said =
                desk.at(
                        user,
                        hotel,
                        (database, here) -> ask(database, user, booking, action, entered));
        if (part == null) {
            next.addFlashAttribute("said", said);
            next.addFlashAttribute("saidOf", action);
            return "redirect:/hotels/" + hotel + "/bookings/" + booking + "#action-" + action;
        }
        show(user, hotel, booking, model);
        model.addAttribute("said", said);
        model.addAttribute("saidOf", action);
        return "booking-parts :: acted";
    }

    private String ask(
            JdbcClient database,
            SignedIn user,
            long booking,
            String action,
            Map<String, String> entered) {
        try {
            JsonNode needs =
                    actions.of(database, booking).stream()
                            .filter(it -> it.action().equals(action))
                            .map(OfferedAction::needs)
                            .findFirst()
                            .orElseThrow(() -> new NotHere("action " + action));
            if (needs != null) {
                actions.ask(
                        database,
                        user.actor(),
                        booking,
                        action,
                        new ActionForm(needs).read(entered));
                return "It is asked for.";
            }
            return "It is not offered.";
        } catch (ActionRefused refused) {
            return switch (refused.why()) {
                case UNKNOWN -> throw new NotHere("booking " + booking);
                case UNDER_WAY -> "It is on its way already.";
                default -> "Not asked for: " + refused.getMessage();
            };
        }
    }

    /** The names of those that a user may have done. */
    private Set<String> mayAct(SignedIn user, int hotel, List<ActionCard> cards) {
        Grants grants = users.grants(user);
        return cards.stream()
                .map(ActionCard::name)
                .filter(name -> grants.may(Right.toHaveDone(name), hotel))
                .collect(Collectors.toSet());
    }

    /** Returns what says whether anything moved. */
    private String show(SignedIn user, int hotel, long booking, Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    BookingSheet sheet = sheets.read(database, here, booking);
                    List<ActionCard> cards = sheets.actions(database, sheet);
                    String seen =
                            Seen.stamp(
                                    sheet.booking().version(),
                                    sheet.getClock(),
                                    cards.stream().map(ActionCard::asked).toList());
                    model.addAttribute("user", user);
                    model.addAttribute("mayAct", mayAct(user, hotel, cards));
                    model.addAttribute("hotel", here);
                    model.addAttribute("sheet", sheet);
                    model.addAttribute("actions", cards);
                    model.addAttribute("seen", seen);
                    model.addAttribute("path", "/hotels/" + hotel + "/bookings/" + booking);
                    return seen;
                });
    }
}
