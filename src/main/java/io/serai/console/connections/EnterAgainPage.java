package io.serai.console.connections;

import io.serai.channel.connection.NewConnections;
import io.serai.channel.connection.NumberCorrection;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes again what was mistyped while a channel is added; the step that it leads to tests it. */
@Controller
@RequestMapping("/hotels/{hotel}/connections/{connection:[0-9]+}/set-up")
@Needs(Right.ADMIN)
class EnterAgainPage {

    private static final String STEP = "test";

    private final SetUpPage steps;
    private final Workplace work;
    private final NewConnections connections;
    private final NumberCorrection numbers;

    EnterAgainPage(
            SetUpPage steps, Workplace work, NewConnections connections, NumberCorrection numbers) {
        this.steps = steps;
        this.work = work;
        this.connections = connections;
        this.numbers = numbers;
    }

    /** Takes other credentials. */
    @PostMapping("/credentials")
    String credentials(Doing doing, @RequestParam Map<String, String> given) {
        return steps.go(
                doing,
                STEP,
                there ->
                        work.run(
                                doing,
                                (at, it) ->
                                        connections.enterAgain(
                                                at, it, NewConnectionPage.credentials(given))));
    }

    /** Takes another number of the hotel there. */
    @PostMapping("/number")
    String number(Doing doing, @RequestParam("remoteHotel") String number) {
        doing.model().addAttribute("entered", number);
        return steps.go(doing, STEP, there -> numbers.correct(there, number, doing.user().actor()));
    }
}
