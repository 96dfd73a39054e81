package io.serai.console.payments;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.vault.CardReveals;
import io.serai.vault.ClearCard;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A booking's card: masked, and in full for seconds to whoever may and says why. The page takes it
 * away again by itself, with script or without.
 */
@Controller
@RequestMapping(PaymentPanel.PATH + "/card")
@Needs(Right.REVEAL_CARD)
class CardPanel {

    private final Desk desk;
    private final Frame frame;
    private final PaymentSheets sheets;
    private final CardReveals reveals;

    CardPanel(Desk desk, Frame frame, PaymentSheets sheets, CardReveals reveals) {
        this.desk = desk;
        this.frame = frame;
        this.sheets = sheets;
        this.reveals = reveals;
    }

    /** The card as everybody sees it. */
    @GetMapping
    String masked(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("booking") long booking,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        show(user, hotel, booking, model);
        return part == null ? "payments/card" : "payments/panel :: card";
    }

    /** The card in full, for as long as it may be seen; the reason is in the audit before. */
    @PostMapping
    String reveal(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("booking") long booking,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            HttpServletResponse response) {
        show(user, hotel, booking, model);
        String why = reason.strip();
        Optional<ClearCard> card =
                CardReveals.isReason(why)
                        ? reveals.open(hotel, booking, user.actor(), why)
                                .flatMap(
                                        leave ->
                                                reveals.show(
                                                        hotel, booking, leave.id(), user.actor()))
                        : Optional.empty();
        if (card.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("saidOfCard", refusal(why));
            return part == null ? "payments/card" : "payments/panel :: card";
        }
        response.setHeader("Cache-Control", "no-store");
        if (part == null) {
            response.setHeader(
                    "Refresh",
                    reveals.shownFor().toSeconds() + ";url=" + path(hotel, booking) + "/card");
        }
        model.addAttribute("card", ShownCard.of(card.get()));
        return part == null ? "payments/card" : "payments/panel :: shown";
    }

    private static String refusal(String reason) {
        return CardReveals.isReason(reason)
                ? "The vault keeps no card of this booking, or no more."
                : "Not shown: say why in %d to %d characters (here: %d)."
                        .formatted(CardReveals.SHORTEST, CardReveals.LONGEST, reason.length());
    }

    private void show(SignedIn user, int hotel, long booking, Model model) {
        Hotel here = desk.at(user, hotel, (database, at) -> at);
        model.addAttribute("sheet", sheets.find(user, hotel, booking).orElse(null));
        frame.on(model, user, here, "bookings");
        model.addAttribute("booking", booking);
        model.addAttribute("path", path(hotel, booking));
        model.addAttribute("kept", reveals.isKept(hotel, booking));
        model.addAttribute("seconds", reveals.shownFor().toSeconds());
    }

    private static String path(int hotel, long booking) {
        return "/hotels/" + hotel + "/bookings/" + booking + "/payments";
    }
}
