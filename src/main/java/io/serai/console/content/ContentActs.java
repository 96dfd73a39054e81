package io.serai.console.content;

import io.serai.console.Desk;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.console.content.ContentChannels.Taken;
import io.serai.content.ContentWishes;
import io.serai.content.Creations;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What each channel holds of all of a hotel's content, and having it told and made. */
@Controller
@RequestMapping("/hotels/{hotel}/content/channels")
class ContentActs {

    private final Desk desk;
    private final ContentFrame around;
    private final ContentChannels channels;
    private final ContentWishes wishes;
    private final Creations creations;

    ContentActs(
            Desk desk,
            ContentFrame around,
            ContentChannels channels,
            ContentWishes wishes,
            Creations creations) {
        this.desk = desk;
        this.around = around;
        this.channels = channels;
        this.wishes = wishes;
        this.creations = creations;
    }

    /** What was said to somebody who wanted something. */
    private record Said(String words, boolean done) {}

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user, @PathVariable("hotel") int hotel, Model model) {
        show(user, hotel, model);
        return "content/channels";
    }

    /** What moved since; nothing when nothing did. */
    @GetMapping("/now")
    Object now(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam("seen") String seen,
            Model model) {
        return show(user, hotel, model).equals(seen)
                ? ResponseEntity.noContent().build()
                : "content/channel-parts :: now";
    }

    /**
     * Tells a channel what differs, reads what it holds, tries again what it refused, or makes the
     * hotel there.
     */
    @PostMapping("/{connection}/{act}")
    String act(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            @PathVariable("act") String act,
            @RequestParam(name = "sync", required = false) @Nullable Long sync,
            @RequestParam(name = "step", defaultValue = "") String step,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!step.matches("[a-z0-9-]*")) {
            throw new NotHere("step '" + step + "'");
        }
        Said said =
                switch (act) {
                    case "sync" -> wanted(user, hotel, connection, "content-sync", this::sync);
                    case "read" ->
                            wanted(user, hotel, connection, "content-read", at -> read(at, sync));
                    case "try-again" ->
                            wanted(
                                    user,
                                    hotel,
                                    connection,
                                    "content-try-again",
                                    at -> again(at, sync));
                    case "create" ->
                            wanted(
                                    user,
                                    hotel,
                                    connection,
                                    "content-create",
                                    at -> create(at, user));
                    case "step" ->
                            wanted(
                                    user,
                                    hotel,
                                    connection,
                                    "content-step-" + step,
                                    at -> done(at, step));
                    default -> throw new NotHere("act '" + act + "'");
                };
        if (fragment == null) {
            next.addFlashAttribute("said", said.words());
            next.addFlashAttribute("saidOf", connection);
            return "redirect:/hotels/" + hotel + "/content/channels#channel-" + connection;
        }
        if (!said.done()) {
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        model.addAttribute("said", said.words());
        model.addAttribute("saidOf", connection);
        return "content/held :: said";
    }

    private Said sync(Taken at) {
        wishes.want(at.id());
        return new Said(at.name() + " is told what differs.", true);
    }

    private Said read(Taken at, @Nullable Long sync) {
        int parts = wishes.read(at.id(), sync);
        return parts == 0
                ? new Said(at.name() + " shows nothing of it now, or works on it still.", false)
                : new Said(
                        at.name()
                                + " is asked what it holds of "
                                + parts
                                + (parts == 1 ? " part" : " parts")
                                + ". What differs is told with the next sync.",
                        true);
    }

    private Said again(Taken at, @Nullable Long sync) {
        int fields = wishes.tryAgain(at.id(), sync);
        return new Said("Refused values sent to " + at.name() + " again: " + fields + ".", true);
    }

    private Said create(Taken at, SignedIn user) {
        Optional<String> refused = creations.begin(at.id(), user.actor());
        return refused.map(words -> new Said("Cannot be made: " + words, false))
                .orElseGet(() -> new Said("It is being made at " + at.name() + ".", true));
    }

    private Said done(Taken at, String step) {
        return creations.done(at.id(), step)
                ? new Said("Noted: done at " + at.name() + ".", true)
                : new Said("No such step waits for anybody at " + at.name() + ".", false);
    }

    /** Writes down who wants it, and has it done. */
    private Said wanted(
            SignedIn user, int hotel, int connection, String act, Function<Taken, Said> work) {
        Taken at =
                desk.at(
                        user,
                        hotel,
                        (session, here) -> {
                            Taken taken = channels.find(session, hotel, connection);
                            session.sql(
                                            """
                                            insert into audit (hotel_id, subject, subject_id, act) values (?, 'third_party_integrations', ?, ?)
                                            """)
                                    .params(hotel, connection, act)
                                    .update();
                            return taken;
                        });
        return work.apply(at);
    }

    private String show(SignedIn user, int hotel, Model model) {
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    around.tabs(model, user, here, "channels");
                    return around.all(model, session, here);
                });
    }
}
