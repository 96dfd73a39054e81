package io.serai.console.inbox;

import io.serai.channel.connection.ConnectionBook;
import io.serai.channel.connection.ConnectionMapping;
import io.serai.channel.connection.ConnectionRefused;
import io.serai.channel.connection.MappedRemote;
import io.serai.channel.connection.RemoteReading;
import io.serai.channel.connection.StoredConnection;
import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.NamedHotel;
import io.serai.console.NotHere;
import io.serai.console.Part;
import io.serai.console.access.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bookings of rooms and rates that mean nothing here: mapped on the page, and counted again. */
@Controller
@RequestMapping("/inbox/unmapped")
class UnmappedPage {

    private final UnmappedBookings bookings;
    private final ConnectionMapping mapping;
    private final ConnectionBook connections;
    private final RemoteReading reading;
    private final CountedAgain again;
    private final Desk desk;
    private final Frame frame;

    UnmappedPage(
            UnmappedBookings bookings,
            ConnectionMapping mapping,
            ConnectionBook connections,
            RemoteReading reading,
            CountedAgain again,
            Desk desk,
            Frame frame) {
        this.bookings = bookings;
        this.mapping = mapping;
        this.connections = connections;
        this.reading = reading;
        this.again = again;
        this.desk = desk;
        this.frame = frame;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("filter") UnmappedFilter filter,
            Model model) {
        NamedHotel hotel = NamedHotel.of(filter.hotel(), desk.hotels(user));
        Part<UnmappedBooking> found = bookings.of(user, filter, hotel.id());
        Map<Integer, MappedRemote> remotes = new HashMap<>();
        found.shown().stream()
                .filter(it -> !it.left())
                .map(it -> Map.entry(it.hotel(), it.connection()))
                .distinct()
                .forEach(
                        at ->
                                desk.at(
                                                user,
                                                at.getKey(),
                                                (session, here) ->
                                                        mapping.of(
                                                                session,
                                                                find(session, at.getValue())))
                                        .forEach(remote -> remotes.put(remote.id(), remote)));
        frame.on(model, user, "inbox");
        model.addAttribute("named", hotel);
        model.addAttribute("part", found);
        model.addAttribute("remotes", remotes);
        return "inbox/unmapped";
    }

    /** Says what one means, and has the bookings of its connection counted again. */
    @PostMapping("/hotels/{of}/connections/{connection}/{remote}")
    String map(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("of") int hotel,
            @PathVariable("connection") int connection,
            @PathVariable("remote") int remote,
            @RequestParam("meaning") int meaning,
            @ModelAttribute("filter") UnmappedFilter filter,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            List<Long> before =
                    desk.at(
                            user,
                            hotel,
                            (session, here) -> {
                                mapping.map(
                                        session,
                                        find(session, connection),
                                        remote,
                                        meaning,
                                        user.actor());
                                return bookings.of(session, connection);
                            });
            next.addFlashAttribute(
                    "said", "Mapped. " + again.count(user, hotel, connection, before));
            return "redirect:" + filter.address();
        } catch (ConnectionRefused why) {
            response.setStatus(422);
            model.addAttribute("problem", why.words());
            return page(user, filter, model);
        }
    }

    /** Reads what the channel sells: what was booked may be new there. */
    @PostMapping("/hotels/{of}/connections/{connection}/read")
    String read(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("of") int hotel,
            @PathVariable("connection") int connection,
            @ModelAttribute("filter") UnmappedFilter filter,
            RedirectAttributes next) {
        StoredConnection there = desk.at(user, hotel, (session, here) -> find(session, connection));
        next.addFlashAttribute(
                "said", reading.read(there).orElse("The channel's rooms and rates are read anew."));
        return "redirect:" + filter.address();
    }

    private StoredConnection find(JdbcClient session, int connection) {
        return connections
                .find(session, connection)
                .filter(it -> !it.state().equals("disconnected"))
                .orElseThrow(() -> new NotHere("connection " + connection));
    }
}
