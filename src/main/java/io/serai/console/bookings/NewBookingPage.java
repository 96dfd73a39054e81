package io.serai.console.bookings;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.HotelNames;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.hotel.sale.SaleBook;
import io.serai.report.QuoteCounts;
import io.serai.reservation.direct.BookingRefused;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A booking that the hotel takes itself: what is to be had, for how much, and for whom. */
@Controller
@RequestMapping("/hotels/{hotel}/bookings/new")
class NewBookingPage {

    private static final int LONGEST = 92;

    private final Desk desk;
    private final Frame frame;
    private final DirectDesk direct;
    private final QuoteCounts counts;
    private final Clock clock;

    NewBookingPage(Desk desk, Frame frame, DirectDesk direct, QuoteCounts counts, Clock clock) {
        this.desk = desk;
        this.frame = frame;
        this.direct = direct;
        this.counts = counts;
        this.clock = clock;
    }

    /** Offers for the stay that the address names, and the guest's form for one of them. */
    @GetMapping
    @Needs(Right.OPERATE)
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam Map<String, String> said,
            Model model) {
        show(user, hotel, said, model);
        return "bookings/new";
    }

    /** Books once, however often the same form is sent. */
    @PostMapping
    String book(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam Map<String, String> said,
            HttpSession session,
            HttpServletResponse answer,
            Model model) {
        desk.at(user, hotel, (database, here) -> here);
        try {
            long id =
                    BookedOnce.book(
                            session,
                            hotel,
                            said.get("key"),
                            () -> direct.book(user, hotel, new DirectForm("book", said).booking()));
            return "redirect:/hotels/" + hotel + "/bookings/" + id;
        } catch (EnteredWrong wrong) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", wrong.words());
            model.addAttribute("wrong", wrong.fields());
        } catch (BookingRefused refused) {
            answer.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute(
                    "problem",
                    desk.at(
                            user,
                            hotel,
                            (database, here) ->
                                    DirectWords.refused(
                                            refused, HotelNames.of(database, hotel), here)));
        }
        show(user, hotel, said, model);
        return "bookings/new";
    }

    private void show(SignedIn user, int hotel, Map<String, String> said, Model model) {
        desk.at(
                user,
                hotel,
                (session, here) -> {
                    frame.on(model, user, here, "bookings");
                    LocalDate today = here.today(clock);
                    Map<String, String> stay = new LinkedHashMap<>(said);
                    stay.putIfAbsent("arrival", today.toString());
                    stay.putIfAbsent("departure", today.plusDays(1).toString());
                    stay.putIfAbsent("adults", "2");
                    stay.putIfAbsent("children", "0");
                    stay.putIfAbsent("rooms", "1");
                    model.addAttribute("stay", stay);
                    model.addAttribute("key", UUID.randomUUID().toString());
                    model.addAttribute("today", today);
                    List<QuoteRow> quotes = quotes(session, here, stay, model);
                    model.addAttribute("quotes", quotes);
                    model.addAttribute(
                            "chosen",
                            quotes.stream()
                                    .filter(it -> it.sold().equals(said.get("sold")))
                                    .findFirst()
                                    .orElse(null));
                    return here;
                });
    }

    private List<QuoteRow> quotes(
            JdbcClient session, Hotel hotel, Map<String, String> said, Model model) {
        try {
            StayForm stay = StayForm.of(said, LONGEST);
            HotelNames names = HotelNames.of(session, hotel.id());
            SaleBook book = SaleBook.read(session, hotel.id(), stay.arrival(), stay.departure());
            var offers = book.offers(stay.arrival(), stay.departure(), stay.guests(), stay.rooms());
            counts.asked(
                    hotel.id(),
                    book.hotel().today(),
                    stay.arrival(),
                    offers.stream().anyMatch(offer -> offer.isBookable()));
            return offers.stream()
                    .map(offer -> QuoteRow.of(offer, book.hotel(), names, hotel, stay.rooms()))
                    .toList();
        } catch (EnteredWrong wrong) {
            model.addAttribute("problem", wrong.words());
            model.addAttribute("wrong", wrong.fields());
            return List.of();
        }
    }
}
