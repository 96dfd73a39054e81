package io.serai.console.bookings;

import io.serai.console.Desk;
import io.serai.console.HotelNames;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.reservation.direct.BookingRefused;
import io.serai.reservation.direct.Quoted;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What a change of a booking of the hotel's own would cost, before it is made. */
@Controller
class ChangeQuotePage {

    private final Desk desk;
    private final BookingView view;
    private final DirectDesk direct;

    ChangeQuotePage(Desk desk, BookingView view, DirectDesk direct) {
        this.desk = desk;
        this.view = view;
        this.direct = direct;
    }

    @PostMapping("/hotels/{hotel}/bookings/{booking}/direct/quote")
    String quote(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("booking") long booking,
            @RequestParam Map<String, String> entered,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse answer,
            Model model) {
        if (!view.sheet(user, hotel, booking).isChangeable()) {
            throw new NotHere("change of booking " + booking);
        }
        try {
            Quoted quoted = direct.quote(user, booking, new DirectForm("change", entered));
            ChangeQuote quote =
                    desk.at(
                            user,
                            hotel,
                            (session, here) ->
                                    ChangeQuote.of(quoted, HotelNames.of(session, hotel), here));
            answer.setStatus((quote.bookable() ? HttpStatus.OK : HttpStatus.CONFLICT).value());
            model.addAttribute("quote", quote);
        } catch (EnteredWrong wrong) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("unquoted", wrong.words());
            model.addAttribute("wrong", wrong.fields());
        } catch (BookingRefused refused) {
            answer.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("unquoted", view.refused(user, hotel, refused));
        }
        if (part != null) {
            return "bookings/change :: quote";
        }
        model.addAttribute("saidOf", "direct");
        model.addAttribute("entered", entered);
        view.whole(user, hotel, booking, null, null, model);
        return "bookings/booking";
    }
}
