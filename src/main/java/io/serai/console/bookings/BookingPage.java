package io.serai.console.bookings;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.console.Desk;
import io.serai.console.NotHere;
import io.serai.console.Refusal;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import io.serai.reservation.action.ActionRefused;
import io.serai.reservation.action.ReservationActions;
import io.serai.reservation.direct.BookingRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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

/** A booking, and what the hotel or its channel may do with it. */
@Controller
@RequestMapping("/hotels/{hotel}/bookings/{booking}")
class BookingPage {

    private static final String PAGE = "bookings/booking";

    private final Desk desk;
    private final BookingView view;
    private final ReservationActions actions;
    private final DirectDesk direct;
    private final Users users;

    BookingPage(
            Desk desk,
            BookingView view,
            ReservationActions actions,
            DirectDesk direct,
            Users users) {
        this.users = users;
        this.desk = desk;
        this.view = view;
        this.actions = actions;
        this.direct = direct;
    }

    /** With two revisions side by side: those that are named, or the last two. */
    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("booking") long booking,
            @RequestParam(name = "left", required = false) @Nullable Integer left,
            @RequestParam(name = "right", required = false) @Nullable Integer right,
            Model model) {
        view.whole(user, hotel, booking, left, right, model);
        return PAGE;
    }

    /** What moved since; nothing when nothing did. Forms stay as they are. */
    @GetMapping("/now")
    Object now(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("booking") long booking,
            @RequestParam("seen") String seen,
            Model model) {
        return view.moving(user, hotel, booking, model).equals(seen)
                ? ResponseEntity.noContent().build()
                : "bookings/parts :: now";
    }

    /** Does something with a booking of the hotel's own. */
    @PostMapping("/direct/{act}")
    String direct(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("booking") long booking,
            @PathVariable("act") String act,
            @RequestParam Map<String, String> entered,
            HttpServletResponse answer,
            Model model,
            RedirectAttributes next) {
        BookingSheet before = view.sheet(user, hotel, booking);
        if (!before.booking().takenByHotel() || !DirectForm.ACTS.contains(act)) {
            throw new NotHere("act " + act + " of booking " + booking);
        }
        try {
            direct.change(user, booking, new DirectForm(act, entered));
            next.addFlashAttribute("said", DirectWords.done(act));
            next.addFlashAttribute("saidOf", "direct");
            if (act.equals("change") && !entered.containsKey("undo")) {
                next.addFlashAttribute("undo", DirectWords.fields(before.booking()));
            }
            return "redirect:/hotels/" + hotel + "/bookings/" + booking + "#direct";
        } catch (EnteredWrong wrong) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("said", wrong.words());
            model.addAttribute("wrong", wrong.fields());
        } catch (BookingRefused refused) {
            answer.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("said", view.refused(user, hotel, refused));
        }
        model.addAttribute("saidOf", "direct");
        model.addAttribute("refusedAct", act);
        model.addAttribute(act.equals("change") ? "entered" : "kept", entered);
        view.whole(user, hotel, booking, null, null, model);
        return PAGE;
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
        view.moving(user, hotel, booking, model);
        model.addAttribute("said", said);
        model.addAttribute("saidOf", action);
        return "bookings/parts :: acted";
    }

    private String ask(
            JdbcClient database,
            SignedIn user,
            long booking,
            String action,
            Map<String, String> entered) {
        JsonNode needs =
                actions.of(database, booking).stream()
                        .filter(it -> it.action().equals(action))
                        .findFirst()
                        .orElseThrow(() -> new NotHere("action " + action))
                        .needs();
        if (needs == null) {
            return "It is not offered.";
        }
        try {
            actions.ask(
                    database, user.actor(), booking, action, new ActionForm(needs).read(entered));
            return "It is asked for.";
        } catch (ActionRefused refused) {
            return switch (refused.why()) {
                case UNKNOWN -> throw new NotHere("booking " + booking);
                case UNDER_WAY -> "It is on its way already.";
                case NOT_FITTING ->
                        "Not asked for. "
                                + new ActionFaults(needs, entered).words(refused.getMessage())
                                + ".";
                default -> "Not asked for. " + Refusal.of(refused.getMessage()).words() + ".";
            };
        }
    }
}
