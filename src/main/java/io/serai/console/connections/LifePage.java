package io.serai.console.connections;

import io.serai.channel.breaker.Breakers;
import io.serai.channel.connection.ConnectionLife;
import io.serai.channel.connection.ConnectionRefused;
import io.serai.channel.connection.CredentialTrial;
import io.serai.channel.connection.RemoteReading;
import io.serai.channel.connection.StoredConnection;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opens, pauses, turns and leaves a connection. */
@Controller
@RequestMapping("/hotels/{hotel}/connections/{connection:[0-9]+}")
class LifePage {

    private final Workplace work;
    private final ConnectionPage.View view;
    private final ConnectionLife life;
    private final CredentialTrial trial;
    private final RemoteReading reading;
    private final Breakers breakers;

    LifePage(
            Workplace work,
            ConnectionPage.View view,
            ConnectionLife life,
            CredentialTrial trial,
            RemoteReading reading,
            Breakers breakers) {
        this.work = work;
        this.view = view;
        this.life = life;
        this.trial = trial;
        this.reading = reading;
        this.breakers = breakers;
    }

    /** Where an act is made, and how it is answered. */
    private record Act(
            SignedIn user,
            int hotel,
            int connection,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {}

    @PostMapping("/pause")
    String pause(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            @RequestParam("close") boolean close,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        return act(
                new Act(user, hotel, connection, model, next, response),
                "pause",
                () -> {
                    work.run(user, hotel, connection, (at, it) -> life.pause(at, it, close));
                    return close
                            ? "Everything is being closed at the channel; then it is paused."
                            : "It is paused. The channel goes on selling what it holds.";
                });
    }

    @PostMapping("/resume")
    String resume(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        return act(
                new Act(user, hotel, connection, model, next, response),
                "resume",
                () -> {
                    work.run(user, hotel, connection, life::resume);
                    return "It sells: what differs is being told.";
                });
    }

    @PostMapping("/disconnect")
    @Needs(Right.ADMIN)
    String disconnect(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            @RequestParam("close") boolean close,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        String shown =
                act(
                        new Act(user, hotel, connection, model, next, response),
                        "disconnect",
                        () -> {
                            work.run(
                                    user,
                                    hotel,
                                    connection,
                                    (at, it) -> life.disconnect(at, it, close));
                            return close
                                    ? "Everything is being closed at the channel; then it is left."
                                    : "The connection is left. The channel goes on selling what it holds.";
                        });
        boolean left = !close && shown.startsWith("redirect:");
        return left ? "redirect:/hotels/" + hotel + "/connections" : shown;
    }

    @PostMapping("/turn")
    @Needs(Right.ADMIN)
    String turn(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            @RequestParam("live") boolean live,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        return act(
                new Act(user, hotel, connection, model, next, response),
                "turn",
                () -> {
                    work.run(user, hotel, connection, (at, it) -> life.turn(at, it, live));
                    return live
                            ? "It is live: guests can book what is sent from now on. Its mapping stays; everything is told again."
                            : "It is a test again. Its mapping stays; everything is told again.";
                });
    }

    @PostMapping("/test")
    String test(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        return act(
                new Act(user, hotel, connection, model, next, response),
                "test",
                () -> {
                    demandThatItWorks(work.find(user, hotel, connection).connection());
                    return "The channel lets it in.";
                });
    }

    @PostMapping("/read")
    String read(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        return act(
                new Act(user, hotel, connection, model, next, response),
                "read",
                () -> {
                    StoredConnection there = work.find(user, hotel, connection).connection();
                    there.taken();
                    reading.read(there)
                            .ifPresent(
                                    why -> {
                                        throw new ConnectionRefused(why);
                                    });
                    return "Its rooms and rates are read anew.";
                });
    }

    @PostMapping("/breakers/close")
    @Needs(Right.ENGINEER)
    String closeBreakers(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        return act(
                new Act(user, hotel, connection, model, next, response),
                "breakers",
                () -> {
                    StoredConnection there = work.find(user, hotel, connection).connection();
                    breakers.close(there.id(), there.taken());
                    return "The next call is made.";
                });
    }

    private void demandThatItWorks(StoredConnection connection) {
        CredentialTrial.Answer answer = trial.of(connection.id(), connection.taken());
        if (!answer.works()) {
            throw new ConnectionRefused(TestWords.of(answer, connection));
        }
    }

    private String act(Act act, String name, Supplier<String> work) {
        try {
            act.next().addFlashAttribute("said", work.get());
            act.next().addFlashAttribute("saidOf", name);
            return "redirect:/hotels/" + act.hotel() + "/connections/" + act.connection();
        } catch (ConnectionRefused why) {
            act.response().setStatus(422);
            return view.refused(act.user(), act.hotel(), act.connection(), act.model(), name, why);
        }
    }
}
