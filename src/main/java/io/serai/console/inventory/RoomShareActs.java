package io.serai.console.inventory;

import io.serai.console.NotHere;
import io.serai.console.Unusable;
import io.serai.console.access.SignedIn;
import io.serai.hotel.room.RemoteRoom;
import io.serai.hotel.room.RemoteRooms;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How many of the rooms left a channel gets of each of its rooms. */
@Controller
@RequestMapping("/hotels/{hotel}/inventory/connections/{connection}")
class RoomShareActs {

    private final ChannelAct acts;
    private final RemoteRooms rooms;

    RoomShareActs(ChannelAct acts, RemoteRooms rooms) {
        this.acts = acts;
        this.rooms = rooms;
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
            acts.at(
                    user,
                    hotel,
                    connection,
                    database -> {
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
            return ChannelAct.answer(hotel, 200, said, part, response, model, next);
        } catch (Unusable problem) {
            String said = String.valueOf(problem.getMessage());
            return ChannelAct.answer(hotel, problem.status(), said, part, response, model, next);
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
}
