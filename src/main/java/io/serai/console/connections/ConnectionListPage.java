package io.serai.console.connections;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.access.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The connections of a hotel: how each is, and what of its limits is used. */
@Controller
class ConnectionListPage {

    private final Desk desk;
    private final Frame frame;
    private final ConnectionSheets sheets;

    ConnectionListPage(Desk desk, Frame frame, ConnectionSheets sheets) {
        this.desk = desk;
        this.frame = frame;
        this.sheets = sheets;
    }

    @GetMapping("/hotels/{hotel}/connections")
    String page(
            @AuthenticationPrincipal SignedIn user, @PathVariable("hotel") int hotel, Model model) {
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    frame.on(model, user, here, "connections");
                    model.addAttribute("sheets", sheets.of(session, here));
                    return "connections/list";
                });
    }
}
