package io.serai.console;

import io.serai.console.access.SignedIn;
import io.serai.hotel.Days;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person has a connection do. */
@Controller
@RequestMapping("/hotels/{hotel}/connections/{connection}")
class ConnectionActs {

    private final Desk desk;
    private final ConnectionsNow connections;
    private final Syncing syncing;
    private final Clock clock;

    ConnectionActs(Desk desk, ConnectionsNow connections, Syncing syncing, Clock clock) {
        this.desk = desk;
        this.connections = connections;
        this.syncing = syncing;
        this.clock = clock;
    }

    @PostMapping("/sync")
    String sync(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            RedirectAttributes next) {
        String said =
                act(
                        user,
                        hotel,
                        connection,
                        "sync",
                        (here, at) -> {
                            LocalDate today = here.today(clock);
                            LocalDate last = today.plusDays(here.horizon() - 1L);
                            syncing.difference(connection, today, last);
                            return at.name()
                                    + " is compared for "
                                    + Times.nights(today, last)
                                    + "; only what differs is sent.";
                        });
        return answer(hotel, connection, said, part, model, next);
    }

    @PostMapping("/full-sync")
    String fullSync(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            @RequestParam("from") String from,
            @RequestParam("to") String to,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            RedirectAttributes next) {
        String said =
                act(
                        user,
                        hotel,
                        connection,
                        "full-sync",
                        (here, at) -> {
                            LocalDate today = here.today(clock);
                            LocalDate first = date(from);
                            LocalDate last = date(to);
                            LocalDate end = today.plusDays(here.horizon() - 1L);
                            if (first.isBefore(today)
                                    || last.isAfter(end)
                                    || last.isBefore(first)) {
                                throw new Unusable(
                                        Times.nights(first, last)
                                                + " is not on sale (expected: nights within "
                                                + Times.nights(today, end)
                                                + ")");
                            }
                            syncing.everything(connection, first, last);
                            return at.name()
                                    + " is told everything again for "
                                    + Times.nights(first, last)
                                    + ".";
                        });
        return answer(hotel, connection, said, part, model, next);
    }

    @PostMapping("/retry")
    String retry(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            RedirectAttributes next) {
        String said =
                act(
                        user,
                        hotel,
                        connection,
                        "retry",
                        (here, at) ->
                                "Refused values of "
                                        + at.name()
                                        + " that are tried again: "
                                        + syncing.refused(connection)
                                        + ".");
        return answer(hotel, connection, said, part, model, next);
    }

    /** Acts when the connection is one of this user's and open; tells what happened. */
    private String act(
            SignedIn user,
            int hotel,
            int connection,
            String name,
            BiFunction<Hotel, ConnectionNow, String> act) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    ConnectionNow at =
                            connections.of(database, here).stream()
                                    .filter(it -> it.id() == connection)
                                    .findFirst()
                                    .orElseThrow(() -> new NotHere("connection " + connection));
                    if (!at.isOpen()) {
                        return "Nothing is sent: " + at.name() + " is " + at.state() + ".";
                    }
                    try {
                        String said = act.apply(here, at);
                        record(database, here, connection, name);
                        return said;
                    } catch (Unusable problem) {
                        return String.valueOf(problem.getMessage());
                    }
                });
    }

    private static void record(JdbcClient database, Hotel hotel, int connection, String act) {
        database.sql(
                        "insert into audit (hotel_id, subject, subject_id, act) values (?,"
                                + " 'third_party_integrations', ?, ?)")
                .params(hotel.id(), connection, act)
                .update();
    }

    private static LocalDate date(String text) {
        try {
            return Days.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new Unusable("'" + text.strip() + "' is no night (expected: as 2027-03-01)");
        }
    }

    private static String answer(
            int hotel,
            int connection,
            String said,
            @Nullable String part,
            Model model,
            RedirectAttributes next) {
        if (part != null) {
            model.addAttribute("said", said);
            return "parts :: said";
        }
        next.addFlashAttribute("said", said);
        next.addFlashAttribute("saidOf", "sync");
        return "redirect:/hotels/" + hotel + "/connections/" + connection;
    }
}
