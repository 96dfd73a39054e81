package io.serai.console.connections;

import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.delivery.Restores;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Takes a person's word that a connection lost nothing when the database was moved. */
@Controller
@RequestMapping("/hotels/{hotel}/connections/{connection:[0-9]+}/restored")
class RestoredPage {

    private final Workplace work;
    private final Restores restores;

    RestoredPage(Workplace work, Restores restores) {
        this.work = work;
        this.restores = restores;
    }

    @PostMapping
    @Needs(Right.ADMIN)
    String nothingLost(Doing doing) {
        boolean waived =
                work.at(doing, (session, it) -> restores.waive(session, it.id(), it.hotel()));
        doing.say(
                "restored",
                waived
                        ? "Taken: only what changes is sent."
                        : "Nothing is left to be said: it is being told everything, or was.");
        return "redirect:" + doing.path();
    }
}
