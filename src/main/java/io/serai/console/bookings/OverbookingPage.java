package io.serai.console.bookings;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.Part;
import io.serai.console.Sorting;
import io.serai.console.Times;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.Choices;
import io.serai.reservation.overbooking.Explanation;
import io.serai.reservation.overbooking.Overbookings;
import io.serai.reservation.overbooking.OversoldNight;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The nights that are sold too often; each explains itself. */
@Controller
@RequestMapping("/hotels/{hotel}/overbookings")
class OverbookingPage {

    private final Desk desk;
    private final Frame frame;
    private final Overbookings overbookings;

    OverbookingPage(Desk desk, Frame frame, Overbookings overbookings) {
        this.desk = desk;
        this.frame = frame;
        this.overbookings = overbookings;
    }

    /** An explanation with its moments in the hotel's time. */
    record Sheet(Explanation explanation, Hotel hotel) {

        /** A moment, to the tenth of a second: the order of things is what it is about. */
        public String at(@Nullable Instant moment) {
            return moment == null
                    ? "never"
                    : Times.moment(moment, hotel.zone())
                            + "."
                            + moment.atZone(hotel.zone()).getNano() / 100_000_000;
        }

        /** The night with the name of its day. */
        public String getNight() {
            return Times.weekday(explanation.night());
        }
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam(name = "type", defaultValue = "") String type,
            @RequestParam(name = "sort", defaultValue = "") String sort,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    Sorting<OversoldNight> sorting = Sorting.of(sort, columns());
                    List<OversoldNight> nights =
                            overbookings.now(session, hotel).stream()
                                    .filter(it -> type.isEmpty() || it.roomType().equals(type))
                                    .sorted(sorting.order())
                                    .toList();
                    frame.on(model, user, here, "bookings");
                    model.addAttribute("type", type);
                    model.addAttribute("sorting", sorting);
                    model.addAttribute("types", Choices.of(session, here));
                    model.addAttribute("part", Part.of(nights, page));
                    return "bookings/overbookings";
                });
    }

    private static Map<String, Comparator<OversoldNight>> columns() {
        Map<String, Comparator<OversoldNight>> columns = new LinkedHashMap<>();
        columns.put(
                "night",
                Comparator.comparing(OversoldNight::night)
                        .thenComparing(OversoldNight::name, Sorting.byName()));
        columns.put("type", Comparator.comparing(OversoldNight::name, Sorting.byName()));
        columns.put("over", Comparator.comparing(OversoldNight::over));
        return columns;
    }

    @GetMapping("/{roomType}/{night}")
    String one(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("roomType") int roomType,
            @PathVariable("night") @DateTimeFormat(iso = ISO.DATE) LocalDate night,
            Model model) {
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    frame.on(model, user, here, "bookings");
                    model.addAttribute(
                            "sheet",
                            overbookings
                                    .explain(session, hotel, roomType, night)
                                    .map(it -> new Sheet(it, here))
                                    .orElseThrow(() -> new NotHere("overbooking of " + night)));
                    return "bookings/overbooking";
                });
    }
}
