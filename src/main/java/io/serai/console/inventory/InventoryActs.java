package io.serai.console.inventory;

import io.serai.console.Desk;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.Unusable;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.Choices;
import io.serai.delivery.DriftChoice;
import io.serai.delivery.DriftSettling;
import io.serai.delivery.ReadBackWishes;
import io.serai.hotel.room.RemoteRoom;
import io.serai.hotel.room.RemoteRooms;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person has a channel do about its rooms: show them, settle what differs, get fewer. */
@Controller
@RequestMapping("/hotels/{hotel}/inventory/connections/{connection}")
class InventoryActs {

    private final Desk desk;
    private final ReadBackWishes readBacks;
    private final DriftSettling settling;
    private final RemoteRooms rooms;

    InventoryActs(Desk desk, ReadBackWishes readBacks, DriftSettling settling, RemoteRooms rooms) {
        this.desk = desk;
        this.readBacks = readBacks;
        this.settling = settling;
        this.rooms = rooms;
    }

    /** Reads what the channel holds, and compares it. */
    @PostMapping("/read-back")
    String readBack(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        visible(user, hotel, connection, "read-back");
        boolean begun = readBacks.want(connection);
        return answer(
                hotel,
                begun ? 200 : 409,
                begun
                        ? "What the channel holds is being read; what differs is listed here."
                        : "Nothing is read: the connection is not open, or the channel does not"
                                + " show what it holds.",
                part,
                response,
                model,
                next);
    }

    /** Settles what the channel shows otherwise. */
    @PostMapping("/drifts/{drift}")
    String settle(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            @PathVariable("drift") long drift,
            @RequestParam("as") String as,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        if (!as.equals("ours") && !as.equals("theirs")) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "as: '" + as + "' (expected: ours or theirs)");
        }
        boolean there =
                act(
                        user,
                        hotel,
                        connection,
                        (database, here) ->
                                !database.sql(
                                                "select id from drifts where id = ? and connection_id = ?")
                                        .params(drift, connection)
                                        .query(Long.class)
                                        .list()
                                        .isEmpty());
        boolean settled =
                there
                        && settling.settle(List.of(drift), DriftChoice.settling(as), user.actor())
                                > 0;
        return answer(
                hotel,
                settled ? 200 : 409,
                settled
                        ? as.equals("ours")
                                ? "Settled: what the hotel set is sent again."
                                : "Settled: the hotel's nights are what the channel shows."
                        : "Nothing was done: it is settled already.",
                part,
                response,
                model,
                next);
    }

    /** Sets how many of the rooms left the channel gets of one of its rooms. */
    @PostMapping("/rooms/{room}")
    String share(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            @PathVariable("room") int room,
            @RequestParam("most") String most,
            @RequestParam("last") String last,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        try {
            Integer atMost = rooms(most);
            Integer notTheLast = rooms(last);
            act(
                    user,
                    hotel,
                    connection,
                    (database, here) -> {
                        RemoteRoom now =
                                rooms.lock(database, connection, room)
                                        .orElseThrow(() -> new NotHere("room " + room));
                        rooms.write(
                                database,
                                new RemoteRoom(
                                        now.id(),
                                        now.connection(),
                                        now.room(),
                                        now.name(),
                                        now.roomType(),
                                        atMost,
                                        notTheLast));
                        return now;
                    });
            String said =
                    atMost != null && atMost == 0
                            ? "Closed there until this is taken back; the channel is told."
                            : "Set; the channel is told.";
            return answer(hotel, 200, said, part, response, model, next);
        } catch (Unusable problem) {
            String said = String.valueOf(problem.getMessage());
            return answer(hotel, problem.status(), said, part, response, model, next);
        }
    }

    private static @Nullable Integer rooms(String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return null;
        }
        if (!plain.matches("\\d{1,4}")) {
            throw new Unusable(
                    "'" + plain + "' is no number of rooms (expected: 0 to 9999, or none)");
        }
        return Integer.valueOf(plain);
    }

    private void visible(SignedIn user, int hotel, int connection, String act) {
        act(
                user,
                hotel,
                connection,
                (database, here) ->
                        database.sql(
                                        """
                                        insert into audit (hotel_id, subject, subject_id, act) values (?, 'third_party_integrations', ?, ?)
                                        """)
                                .params(hotel, connection, act)
                                .update());
    }

    private <T> T act(
            SignedIn user, int hotel, int connection, BiFunction<JdbcClient, Hotel, T> act) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    if (Choices.channels(database, here).stream()
                            .noneMatch(it -> it.id() == connection)) {
                        throw new NotHere("connection " + connection);
                    }
                    return act.apply(database, here);
                });
    }

    private static String answer(
            int hotel,
            int status,
            String said,
            @Nullable String part,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        if (part != null) {
            response.setStatus(status);
            response.setHeader("HX-Trigger", "changed");
            model.addAttribute("said", said);
            return "inventory/parts :: said";
        }
        next.addFlashAttribute("said", said);
        return "redirect:/hotels/" + hotel + "/inventory";
    }
}
