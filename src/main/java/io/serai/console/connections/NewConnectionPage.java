package io.serai.console.connections;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.connection.ConnectionRefused;
import io.serai.channel.connection.ConnectionWish;
import io.serai.channel.connection.NewConnections;
import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.NotHere;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first two steps of adding a channel: which, and by which credentials. */
@Controller
@RequestMapping("/hotels/{hotel}/connections/new")
@Needs(Right.ADMIN)
class NewConnectionPage {

    /** What the form calls a credential: never mistaken for another field. */
    static final String CREDENTIAL = "credential-";

    private final Desk desk;
    private final Frame frame;
    private final Channels channels;
    private final NewConnections connections;

    NewConnectionPage(Desk desk, Frame frame, Channels channels, NewConnections connections) {
        this.desk = desk;
        this.frame = frame;
        this.channels = channels;
        this.connections = connections;
    }

    @GetMapping
    String choose(
            @AuthenticationPrincipal SignedIn user, @PathVariable("hotel") int hotel, Model model) {
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    frame.on(model, user, here, "connections");
                    model.addAttribute("channels", channels.all());
                    model.addAttribute("reached", "channel");
                    return "connections/new";
                });
    }

    @GetMapping("/{channel}")
    String form(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("channel") String folder,
            Model model) {
        Channel channel = channels.find(folder).orElseThrow(() -> new NotHere("channel " + folder));
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    frame.on(model, user, here, "connections");
                    model.addAttribute("channel", channel);
                    model.addAttribute("reached", "credentials");
                    return "connections/credentials";
                });
    }

    @PostMapping("/{channel}")
    String add(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("channel") String folder,
            @RequestParam Map<String, String> given,
            Model model,
            HttpServletResponse response) {
        try {
            ConnectionWish wish =
                    new ConnectionWish(
                            folder,
                            given.getOrDefault("name", ""),
                            given.getOrDefault("remoteHotel", ""),
                            !"live".equals(given.get("mode")),
                            credentials(given));
            int added =
                    desk.at(user, hotel, (session, here) -> connections.add(session, hotel, wish));
            return "redirect:/hotels/" + hotel + "/connections/" + added + "/set-up";
        } catch (ConnectionRefused why) {
            response.setStatus(422);
            model.addAttribute("problem", why.plain());
            model.addAttribute("entered", given);
            return form(user, hotel, folder, model);
        }
    }

    /** The credentials that a form names, by the names of the channel's file. */
    static Map<String, String> credentials(Map<String, String> given) {
        return given.entrySet().stream()
                .filter(field -> field.getKey().startsWith(CREDENTIAL))
                .collect(
                        Collectors.toMap(
                                field -> field.getKey().substring(CREDENTIAL.length()),
                                field -> field.getValue().strip()));
    }
}
