package io.serai.console.bookings;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.access.SignedIn;
import io.serai.reservation.detail.BookingSearch;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The bookings of a hotel, whoever took them: filtered, sorted, paged by the address. */
@Controller
class BookingsPage {

    private static final int PAGE = 50;
    private static final int COUNTED = 10_000;

    private final Desk desk;
    private final Frame frame;
    private final BookingSearch search;
    private final BookingRows rows;

    BookingsPage(Desk desk, Frame frame, BookingSearch search, BookingRows rows) {
        this.desk = desk;
        this.frame = frame;
        this.search = search;
        this.rows = rows;
    }

    /** A channel of which the hotel has bookings, or could have. */
    record Choice(String code, String name) {}

    @GetMapping("/hotels/{hotel}/bookings")
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @ModelAttribute("filter") BookingFilter filter,
            HttpServletResponse answer,
            Model model) {
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    frame.on(model, user, here, "bookings");
                    model.addAttribute("channels", channels(session, here));
                    try {
                        found(session, here, filter, model);
                    } catch (EnteredWrong wrong) {
                        answer.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                        model.addAttribute("problem", wrong.words());
                        model.addAttribute("wrong", wrong.fields());
                        model.addAttribute("bookings", List.of());
                        model.addAttribute("count", 0);
                    }
                    return "bookings/list";
                });
    }

    private void found(JdbcClient session, Hotel hotel, BookingFilter filter, Model model) {
        int skip = (filter.at() - 1) * PAGE;
        List<Long> found =
                search.find(
                        session,
                        hotel.id(),
                        filter.wish(),
                        filter.only(),
                        filter.order(),
                        skip,
                        PAGE + 1);
        int count = search.count(session, hotel.id(), filter.wish(), filter.only(), COUNTED + 1);
        List<Long> shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("bookings", rows.read(session, hotel, shown));
        model.addAttribute("count", Math.min(count, COUNTED));
        model.addAttribute("uncounted", count > COUNTED);
        model.addAttribute("first", skip + 1);
        model.addAttribute("last", skip + shown.size());
        model.addAttribute("before", filter.at() > 1 ? filter.paged(filter.at() - 1) : null);
        model.addAttribute("next", found.size() > PAGE ? filter.paged(filter.at() + 1) : null);
    }

    private static List<Choice> channels(JdbcClient session, Hotel hotel) {
        return session.sql(
                        """
                        select provider as code, string_agg(distinct integration_name, ', ') as name
                          from third_party_integrations where hotel_id = ? group by 1
                        union all select 'direct', 'Direct' order by 2
                        """)
                .param(hotel.id())
                .query(Choice.class)
                .list();
    }
}
