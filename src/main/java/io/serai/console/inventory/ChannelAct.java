package io.serai.console.inventory;

import io.serai.console.Desk;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.Choices;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has something done at one of a hotel's channels, and answers where it was asked for. */
@Component
class ChannelAct {

    private final Desk desk;

    ChannelAct(Desk desk) {
        this.desk = desk;
    }

    /**
     * Works in a transaction that sees the hotel alone.
     *
     * @throws NotHere when the connection is none of the hotel's
     */
    <T> T at(SignedIn user, int hotel, int connection, Function<JdbcClient, T> act) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    if (Choices.channels(database, here).stream()
                            .noneMatch(it -> it.id() == connection)) {
                        throw new NotHere("connection " + connection);
                    }
                    return act.apply(database);
                });
    }

    /**
     * The view that says what became of it.
     *
     * @param part whether a part of a page is asked for; null: a page
     */
    static String answer(
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
