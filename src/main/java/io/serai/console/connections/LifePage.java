package io.serai.console.connections;

import io.serai.channel.breaker.Breakers;
import io.serai.channel.connection.ConnectionLife;
import io.serai.channel.connection.ConnectionRefused;
import io.serai.channel.connection.CredentialTrial;
import io.serai.channel.connection.RemoteReading;
import io.serai.channel.connection.StoredConnection;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opens, pauses and leaves a connection, and asks its channel. */
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

    @PostMapping("/pause")
    String pause(Doing doing, @RequestParam("close") boolean close) {
        return act(
                doing,
                "pause",
                () -> {
                    work.run(doing, (at, it) -> life.pause(at, it, close));
                    return close
                            ? "Everything is being closed at the channel; then it is paused."
                            : "It is paused. The channel goes on selling what it holds.";
                });
    }

    @PostMapping("/resume")
    String resume(Doing doing) {
        return act(
                doing,
                "resume",
                () -> {
                    work.run(doing, life::resume);
                    return "It sells: what differs is being told.";
                });
    }

    @PostMapping("/disconnect")
    @Needs(Right.ADMIN)
    String disconnect(Doing doing, @RequestParam("close") boolean close) {
        String shown =
                act(
                        doing,
                        "disconnect",
                        () -> {
                            work.run(doing, (at, it) -> life.disconnect(at, it, close));
                            return close
                                    ? "Everything is being closed at the channel; then it is left."
                                    : "The connection is left. The channel goes on selling what it holds.";
                        });
        boolean left = !close && shown.startsWith("redirect:");
        return left ? "redirect:/hotels/" + doing.hotel() + "/connections" : shown;
    }

    @PostMapping("/test")
    String test(Doing doing) {
        return act(
                doing,
                "test",
                () -> {
                    StoredConnection there = work.find(doing).connection();
                    CredentialTrial.Answer answer = trial.of(there.id(), there.taken());
                    if (!answer.works()) {
                        throw new ConnectionRefused(TestWords.of(answer, there));
                    }
                    return "The channel lets it in.";
                });
    }

    @PostMapping("/read")
    String read(Doing doing) {
        return act(
                doing,
                "read",
                () -> {
                    StoredConnection there = work.find(doing).connection();
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
    String closeBreakers(Doing doing) {
        return act(
                doing,
                "breakers",
                () -> {
                    StoredConnection there = work.find(doing).connection();
                    breakers.close(there.id(), there.taken());
                    return "The next call is made.";
                });
    }

    private String act(Doing doing, String name, Supplier<String> act) {
        try {
            doing.say(name, act.get());
            return "redirect:" + doing.path();
        } catch (ConnectionRefused why) {
            doing.refuse(name, why.words());
            return view.of(doing);
        }
    }
}
