package io.serai.console;

import io.serai.console.access.SignedIn;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A hotel as it is now, and what changed of it since. */
@Controller
class HotelPage {

    private final Desk desk;
    private final HotelReader reader;
    private final Clock clock;

    HotelPage(Desk desk, HotelReader reader, Clock clock) {
        this.desk = desk;
        this.reader = reader;
        this.clock = clock;
    }

    @GetMapping("/")
    String page(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam(name = "hotel", required = false) @Nullable Integer asked,
            Model model) {
        List<Hotel> hotels = desk.hotels(user);
        model.addAttribute("user", user);
        model.addAttribute("hotels", hotels);
        if (hotels.isEmpty()) {
            return "no-hotel";
        }
        int id = asked == null ? hotels.get(0).id() : asked;
        return desk.at(
                user,
                id,
                (database, hotel) -> {
                    HotelNow now = reader.read(database, hotel);
                    model.addAttribute("hotel", hotel);
                    model.addAttribute("now", now);
                    model.addAttribute("seen", now.seen());
                    model.addAttribute("before", now.seen());
                    model.addAttribute("today", hotel.today(clock));
                    model.addAttribute("last", hotel.today(clock).plusDays(hotel.horizon() - 1));
                    return "hotel";
                });
    }

    /**
     * The parts of the page that changed; nothing when none did.
     *
     * @param before what the page shows
     * @param hold whether somebody works on the grid, so that it stays as it is
     * @param deciding whether somebody decides about prices that wait, so that they stay
     */
    @GetMapping("/hotels/{hotel}/now")
    Object now(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            Seen before,
            @RequestParam(name = "hold", defaultValue = "false") boolean hold,
            @RequestParam(name = "deciding", defaultValue = "false") boolean deciding,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    HotelNow now = reader.read(database, here);
                    Seen seen = hold ? now.seen().withGrid(before.grid()) : now.seen();
                    seen = deciding ? seen.withWaiting(before.waiting()) : seen;
                    if (seen.equals(before)) {
                        return ResponseEntity.noContent().build();
                    }
                    model.addAttribute("hotel", here);
                    model.addAttribute("now", now);
                    model.addAttribute("seen", seen);
                    model.addAttribute("before", before);
                    return "now";
                });
    }
}
