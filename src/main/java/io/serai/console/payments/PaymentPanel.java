package io.serai.console.payments;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.vault.CardReveals;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a booking is paid: a part of its page, and a page of its own where there is no script. */
@Controller
@RequestMapping(PaymentPanel.PATH)
class PaymentPanel {

    static final String PATH = "/hotels/{hotel}/bookings/{booking}/payments";

    private final Desk desk;
    private final Frame frame;
    private final PaymentSheets sheets;
    private final PaymentDeeds deeds;
    private final CardReveals reveals;

    PaymentPanel(
            Desk desk, Frame frame, PaymentSheets sheets, PaymentDeeds deeds, CardReveals reveals) {
        this.desk = desk;
        this.frame = frame;
        this.sheets = sheets;
        this.deeds = deeds;
        this.reveals = reveals;
    }

    /**
     * Where a panel is.
     *
     * @param part whether a part of it is wanted, and no page
     */
    record Place(SignedIn user, int hotel, long booking, boolean part) {

        String path() {
            return "/hotels/" + hotel + "/bookings/" + booking + "/payments";
        }
    }

    @ModelAttribute("place")
    Place place(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("booking") long booking,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part) {
        return new Place(user, hotel, booking, part != null);
    }

    @GetMapping
    String panel(@ModelAttribute(name = "place", binding = false) Place place, Model model) {
        show(place, model);
        return place.part() ? "payments/panel :: part" : "payments/page";
    }

    /**
     * What moved since; nothing when nothing did, or while somebody types.
     *
     * @param hold whether somebody does
     */
    @GetMapping("/now")
    @Needs(Right.FINANCE)
    Object now(
            @ModelAttribute(name = "place", binding = false) Place place,
            @RequestParam("seen") String seen,
            @RequestParam(name = "hold", defaultValue = "false") boolean hold,
            Model model) {
        Optional<PaymentSheet> sheet = hold ? Optional.empty() : show(place, model);
        return sheet.filter(it -> !it.stamp().equals(seen)).isPresent()
                ? "payments/panel :: now"
                : ResponseEntity.noContent().build();
    }

    @PostMapping("/charges")
    @Needs(Right.FINANCE)
    Object charge(
            @ModelAttribute(name = "place", binding = false) Place place,
            PaymentDeeds.Entered entered,
            Model model,
            RedirectAttributes next) {
        return acted(
                place,
                "charge",
                sheet -> deeds.charge(place.user(), sheet.payment(), entered),
                model,
                next);
    }

    @PostMapping("/refunds")
    @Needs(Right.FINANCE)
    Object refund(
            @ModelAttribute(name = "place", binding = false) Place place,
            PaymentDeeds.Entered entered,
            Model model,
            RedirectAttributes next) {
        return acted(
                place,
                "refund-" + entered.way(),
                sheet -> deeds.refund(place.user(), sheet.payment(), entered),
                model,
                next);
    }

    @PostMapping("/reads")
    @Needs(Right.FINANCE)
    Object read(
            @ModelAttribute(name = "place", binding = false) Place place,
            Model model,
            RedirectAttributes next) {
        return acted(place, "read", sheet -> deeds.read(sheet.payment()), model, next);
    }

    @PostMapping("/acts/{act}/end")
    @Needs(Right.FINANCE)
    Object settle(
            @ModelAttribute(name = "place", binding = false) Place place,
            @PathVariable("act") long act,
            @RequestParam(name = "outcome", required = false) @Nullable String outcome,
            @RequestParam(name = "reference", required = false) @Nullable String reference,
            Model model,
            RedirectAttributes next) {
        return acted(
                place,
                "acts",
                sheet -> {
                    String id = Long.toString(act);
                    if (sheet.getActs().stream().noneMatch(it -> it.id().equals(id))) {
                        throw new NotHere("act " + act);
                    }
                    return deeds.settle(place.user(), place.hotel(), act, outcome, reference);
                },
                model,
                next);
    }

    private Object acted(
            Place place,
            String of,
            Function<PaymentSheet, Said> deed,
            Model model,
            RedirectAttributes next) {
        PaymentSheet before =
                sheets.find(place.user(), place.hotel(), place.booking())
                        .orElseThrow(() -> new NotHere("payment of booking " + place.booking()));
        Said said = deed.apply(before);
        if (said.isDone() && !place.part()) {
            next.addFlashAttribute("said", said.words());
            next.addFlashAttribute("saidOf", of);
            return "redirect:" + place.path();
        }
        show(place, model);
        model.addAttribute("said", said.words());
        model.addAttribute("saidOf", of);
        model.addAttribute("refused", !said.isDone());
        return new ModelAndView(
                place.part() ? "payments/panel :: acted" : "payments/page",
                model.asMap(),
                said.status());
    }

    private Optional<PaymentSheet> show(Place place, Model model) {
        Hotel hotel = desk.at(place.user(), place.hotel(), (database, here) -> here);
        Optional<PaymentSheet> sheet = sheets.find(place.user(), place.hotel(), place.booking());
        frame.on(model, place.user(), hotel, "bookings");
        model.addAttribute("booking", place.booking());
        model.addAttribute("path", place.path());
        model.addAttribute("sheet", sheet.orElse(null));
        model.addAttribute("seen", sheet.map(PaymentSheet::stamp).orElse(""));
        model.addAttribute("kept", reveals.isKept(place.hotel(), place.booking()));
        model.addAttribute("seconds", reveals.shownFor().toSeconds());
        return sheet;
    }
}
