package io.serai.console;

import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leads from a section of one hotel to the same of another: of those near, or of all. */
@Controller
class HotelChoice {

    private static final String RIGHT = "right";
    private static final Set<String> SECTIONS =
            Set.of("today", "bookings", "rates", "inventory", "content", "reports", "connections");

    private final Desk desk;
    private final Frame frame;
    private final ConnectionsNow connections;
    private final Clock clock;

    HotelChoice(Desk desk, Frame frame, ConnectionsNow connections, Clock clock) {
        this.desk = desk;
        this.frame = frame;
        this.connections = connections;
        this.clock = clock;
    }

    @GetMapping("/go")
    String go(
            @RequestParam("hotel") int hotel,
            @RequestParam(name = "section", defaultValue = "today") String section) {
        return "redirect:/hotels/" + hotel + "/" + section(section);
    }

    /** All of the user's hotels, and how each does. */
    @GetMapping("/hotels")
    String all(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "sort", defaultValue = "name") String sort,
            @RequestParam(name = "page", defaultValue = "1") int page,
            @RequestParam(name = "section", defaultValue = "today") String section,
            Model model) {
        List<Hotel> named = desk.hotels(user).stream().filter(it -> it.matches(q.strip())).toList();
        Sorting<HotelRow> sorting = Sorting.of(sort, HotelRow.columns());
        List<HotelRow> found =
                desk.everywhere(user, database -> rows(database, named)).stream()
                        .filter(row -> row.isIn(state))
                        .sorted(sorting.order())
                        .toList();
        frame.on(model, user, "hotels");
        model.addAttribute("q", q);
        model.addAttribute("state", state);
        model.addAttribute("sorting", sorting);
        model.addAttribute("sectionTo", section(section));
        model.addAttribute("part", Part.of(found, page));
        return "hotels/list";
    }

    /** The first few whose name has this in it, as the choice in the frame shows them. */
    @GetMapping("/hotels/found")
    String found(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "section", defaultValue = "today") String section,
            Model model) {
        String part = q.strip();
        frame.on(model, user, section(section));
        if (!part.isEmpty()) {
            List<Hotel> found = desk.hotels(user).stream().filter(it -> it.matches(part)).toList();
            model.addAttribute("near", NamedHotel.found(part, found));
            model.addAttribute(
                    "counted",
                    found.isEmpty()
                            ? "No hotel is called so."
                            : found.size() + (found.size() == 1 ? " hotel" : " hotels"));
        }
        return "hotels/parts :: near";
    }

    /**
     * The same, as a field that names a hotel offers them while somebody writes: those at which the
     * user has the right that it is about.
     */
    @GetMapping("/hotels/named")
    String named(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam(name = RIGHT, defaultValue = "read") String right,
            @RequestParam Map<String, String> field,
            Model model) {
        String part =
                field.entrySet().stream()
                        .filter(it -> !it.getKey().equals(RIGHT))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("")
                        .strip();
        Right needed =
                Arrays.stream(Right.values())
                        .filter(it -> it.word().equals(right))
                        .findFirst()
                        .orElseThrow(() -> new NotHere("right " + right));
        model.addAttribute("near", NamedHotel.found(part, desk.hotels(user, needed)));
        return "hotels/parts :: names";
    }

    private List<HotelRow> rows(JdbcClient database, List<Hotel> hotels) {
        Map<Integer, List<ConnectionsNow.Brief>> at =
                connections.everywhere(database, hotels.stream().map(Hotel::id).toList()).stream()
                        .collect(Collectors.groupingBy(ConnectionsNow.Brief::hotel));
        Map<Integer, Integer> parked = new HashMap<>();
        database.sql(
                        "select hotel_id, count(*) from parked_messages where state = 'parked' and hotel_id is not null group by 1")
                .query(
                        row -> {
                            parked.put(row.getInt(1), row.getInt(2));
                        });
        Instant now = clock.instant();
        return hotels.stream()
                .map(
                        hotel ->
                                HotelRow.of(
                                        hotel,
                                        at.getOrDefault(hotel.id(), List.of()),
                                        parked.getOrDefault(hotel.id(), 0),
                                        now))
                .toList();
    }

    private static String section(String asked) {
        return SECTIONS.contains(asked) ? asked : "today";
    }
}
