package io.serai.console.connections;

import io.serai.channel.connection.ConnectionRefused;
import io.serai.channel.connection.ConnectionTurn;
import io.serai.channel.connection.RemoteKey;
import io.serai.channel.connection.StoredConnection;
import io.serai.channel.connection.Turning;
import io.serai.console.Frame;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Turning a connection to another hotel at its channel, from a test to live, or back: first what
 * the channel shows of that hotel, then all of it at once.
 */
@Controller
@RequestMapping("/hotels/{hotel}/connections/{connection:[0-9]+}/turn")
@Needs(Right.ADMIN)
class TurnPage {

    private final Workplace work;
    private final Frame frame;
    private final ConnectionTurn turn;

    TurnPage(Workplace work, Frame frame, ConnectionTurn turn) {
        this.work = work;
        this.frame = frame;
        this.turn = turn;
    }

    /** Asks for the hotel there; with its number, shows what the channel shows of it now. */
    @GetMapping
    String page(
            Doing doing,
            @RequestParam(name = "number", required = false) @Nullable String number,
            @RequestParam(name = "live", required = false) @Nullable Boolean live) {
        StoredConnection there = work.find(doing).connection();
        if (number == null || live == null) {
            return show(doing, there, null, there.remoteHotel(), true);
        }
        try {
            return show(doing, there, turn.check(there, number, live, Map.of()), number, live);
        } catch (ConnectionRefused why) {
            doing.refuse("turn", why.plain());
            return show(doing, there, null, number, live);
        }
    }

    private String show(
            Doing doing,
            StoredConnection there,
            @Nullable Turning turning,
            @Nullable String number,
            boolean live) {
        Model model = doing.model();
        frame.on(model, doing.user(), work.find(doing).hotel(), "connections");
        model.addAttribute("stored", there);
        model.addAttribute("turning", turning);
        model.addAttribute("number", number);
        model.addAttribute("live", live);
        return "connections/turn";
    }

    /** Looks again, with what was chosen: what a room means says what its rates may mean. */
    @PostMapping("/check")
    String again(Doing doing, @RequestParam MultiValueMap<String, String> given) {
        return act(doing, given, false);
    }

    /**
     * Turns it.
     *
     * @param given {@code number} and {@code live}; {@code room}, {@code rate} and {@code means},
     *     each as often as there are rooms and rates, in their order
     */
    @PostMapping
    String turn(Doing doing, @RequestParam MultiValueMap<String, String> given) {
        return act(doing, given, true);
    }

    private String act(Doing doing, MultiValueMap<String, String> given, boolean turns) {
        StoredConnection there = work.find(doing).connection();
        String number = Objects.requireNonNullElse(given.getFirst("number"), "");
        boolean live = Boolean.parseBoolean(given.getFirst("live"));
        Turning turning = null;
        try {
            Map<RemoteKey, @Nullable Integer> chosen = chosen(given);
            turning = turn.check(there, number, live, chosen);
            if (!turns) {
                return show(doing, there, turning, number, live);
            }
            Map<RemoteKey, Integer> meanings = new HashMap<>(chosen);
            meanings.values().removeIf(Objects::isNull);
            turn.turn(there, turning, meanings, doing.user().actor());
        } catch (ConnectionRefused why) {
            doing.refuse("turn", why.plain());
            return show(doing, there, turning, number, live);
        }
        doing.say(
                "turn",
                "It is hotel "
                        + number.strip()
                        + (live ? " there now, live." : " there now, a test.")
                        + " Nothing is sent yet: look at the mapping, then resume. All is told anew.");
        return "redirect:" + doing.path();
    }

    private static Map<RemoteKey, @Nullable Integer> chosen(MultiValueMap<String, String> given) {
        List<String> rooms = all(given, "room");
        List<String> rates = all(given, "rate");
        List<String> means = all(given, "means");
        if (rooms.size() != rates.size() || rooms.size() != means.size()) {
            throw new ConnectionRefused(
                    "mapping: %d rooms, %d rates, %d meanings (expected: as many of each, as the page has them)"
                            .formatted(rooms.size(), rates.size(), means.size()));
        }
        Map<RemoteKey, @Nullable Integer> chosen = new HashMap<>();
        for (int at = 0; at < rooms.size(); at++) {
            chosen.put(
                    new RemoteKey(rooms.get(at), rates.get(at).isEmpty() ? null : rates.get(at)),
                    meaning(means.get(at)));
        }
        return chosen;
    }

    private static @Nullable Integer meaning(String text) {
        if (!text.matches("[0-9]{0,9}")) {
            throw new ConnectionRefused("meaning: '" + text + "' (expected: what the page offers)");
        }
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    private static List<String> all(MultiValueMap<String, String> given, String name) {
        return Objects.requireNonNullElse(given.get(name), List.of());
    }
}
