package io.serai.console.connections;

import io.serai.channel.Channels;
import io.serai.channel.connection.ConnectionBook;
import io.serai.channel.connection.ConnectionLife;
import io.serai.channel.connection.ConnectionRefused;
import io.serai.channel.connection.CredentialTrial;
import io.serai.channel.connection.RemoteReading;
import io.serai.channel.connection.StoredConnection;
import io.serai.channel.connection.TellingProgress;
import io.serai.console.Frame;
import io.serai.delivery.ConnectionCheck;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Adding a channel, a step a page: test, rooms and rates, mapping, check, first sync. Whoever
 * leaves goes on later where they were; nothing is sold before the last.
 */
@Controller
@RequestMapping("/hotels/{hotel}/connections/{connection:[0-9]+}/set-up")
class SetUpPage {

    private static final List<String> STEPS =
            List.of("test", "rooms", "map", "check", "first-sync");

    private final Workplace work;
    private final Frame frame;
    private final Channels channels;
    private final ConnectionBook book;
    private final ConnectionLife life;
    private final ConnectionCheck check;
    private final CredentialTrial trial;
    private final RemoteReading reading;
    private final TellingProgress progress;

    SetUpPage(
            Workplace work,
            Frame frame,
            Channels channels,
            ConnectionBook book,
            ConnectionLife life,
            ConnectionCheck check,
            CredentialTrial trial,
            RemoteReading reading,
            TellingProgress progress) {
        this.work = work;
        this.frame = frame;
        this.channels = channels;
        this.book = book;
        this.life = life;
        this.check = check;
        this.trial = trial;
        this.reading = reading;
        this.progress = progress;
    }

    /** Where whoever adds it goes on. */
    @GetMapping
    String goOn(Doing doing) {
        Workplace.Place place = work.find(doing);
        String next = place.connection().next();
        return "redirect:"
                + switch (next) {
                    case "done" -> place.path();
                    case "map" -> place.path() + "/mapping";
                    default -> place.path() + "/set-up/" + next;
                };
    }

    /** A step that was reached; another leads to where it goes on. */
    @GetMapping("/{step:test|rooms|check|first-sync}")
    String step(Doing doing, @PathVariable("step") String step) {
        Workplace.Place place = work.find(doing);
        String next = place.connection().next();
        if (STEPS.indexOf(step) > STEPS.indexOf(next)) {
            return "redirect:" + place.path() + "/set-up";
        }
        Model model = doing.model();
        frame.on(model, doing.user(), place.hotel(), "connections");
        model.addAttribute("stored", place.connection());
        model.addAttribute("step", step);
        model.addAttribute("reached", next);
        model.addAttribute(
                "credentials",
                channels.findByCode(place.connection().provider())
                        .map(channel -> channel.definition().credentials())
                        .orElse(List.of()));
        if (step.equals("check")) {
            List<ConnectionCheck.Finding> found = work.at(doing, check::of);
            model.addAttribute("findings", found);
            model.addAttribute("blocked", found.stream().anyMatch(ConnectionCheck.Finding::blocks));
        }
        if (step.equals("first-sync")) {
            model.addAttribute("progress", work.at(doing, (at, it) -> progress.of(at, it.id())));
        }
        return "connections/set-up";
    }

    /** Has the channel say whether it lets the hotel in. */
    @PostMapping("/test")
    String test(Doing doing) {
        return go(
                doing,
                "test",
                there -> {
                    CredentialTrial.Answer answer = trial.of(there.id(), there.taken());
                    if (!answer.works()) {
                        throw new ConnectionRefused(TestWords.of(answer, there));
                    }
                    work.run(doing, (at, it) -> book.next(at, there, "rooms"));
                });
    }

    /** Reads what the channel sells of the hotel. */
    @PostMapping("/rooms")
    String rooms(Doing doing) {
        return go(
                doing,
                "rooms",
                there -> {
                    reading.read(there)
                            .ifPresent(
                                    why -> {
                                        throw new ConnectionRefused(why);
                                    });
                    work.run(doing, (at, it) -> book.next(at, there, "map"));
                });
    }

    /** What is mapped is to be checked. */
    @PostMapping("/map")
    String mapped(Doing doing) {
        return go(
                doing, "map", there -> work.run(doing, (at, it) -> book.next(at, there, "check")));
    }

    /** Tells the channel everything for the first time, closed. */
    @PostMapping("/check")
    String begin(Doing doing) {
        return go(
                doing,
                "check",
                there ->
                        work.run(
                                doing,
                                (at, it) -> {
                                    check.demand(at, it);
                                    life.syncFirst(at, it);
                                }));
    }

    /** Does it and leads on; or shows the step again with why it could not be done. */
    String go(Doing doing, String step, Consumer<StoredConnection> act) {
        try {
            act.accept(work.find(doing).connection());
            return "redirect:" + doing.path() + "/set-up";
        } catch (ConnectionRefused why) {
            doing.refuse(step, why.plain());
            return step(doing, step);
        }
    }
}
