package io.serai.console.connections;

import io.serai.channel.connection.ConnectionMapping;
import io.serai.channel.connection.ConnectionRefused;
import io.serai.channel.connection.MappedRemote;
import io.serai.channel.connection.StoredConnection;
import io.serai.console.Desk;
import io.serai.console.Frame;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a channel's rooms and rates mean in the hotel: dragged, chosen, or as suggested and ticked.
 */
@Controller
@RequestMapping("/hotels/{hotel}/connections/{connection:[0-9]+}/mapping")
class MappingPage {

    private final Desk desk;
    private final Frame frame;
    private final Workplace work;
    private final ConnectionMapping mapping;

    MappingPage(Desk desk, Frame frame, Workplace work, ConnectionMapping mapping) {
        this.desk = desk;
        this.frame = frame;
        this.work = work;
        this.mapping = mapping;
    }

    /**
     * Which of the channel's rooms and rates are looked for.
     *
     * @param q a part of the name or id; empty: any
     * @param state mapped, open for those that are not, suggested; empty: any
     */
    record Wish(String q, String state) {

        private boolean isForAll() {
            return q.isBlank() && state.isEmpty();
        }

        /** The same page with the same filter. */
        private String on(String path) {
            return isForAll()
                    ? path
                    : UriComponentsBuilder.fromPath(path)
                            .queryParam("q", "{q}")
                            .queryParam("state", "{state}")
                            .encode()
                            .buildAndExpand(q, state)
                            .toUriString();
        }

        private boolean isMetBy(MappedRemote remote) {
            String part = q.strip().toLowerCase(Locale.ROOT);
            boolean named =
                    (remote.name()
                                    + " "
                                    + remote.room()
                                    + " "
                                    + (remote.rate() == null ? "" : remote.rate()))
                            .toLowerCase(Locale.ROOT)
                            .contains(part);
            return named
                    && switch (state) {
                        case "mapped" -> remote.means() != null;
                        case "open" -> remote.means() == null && !remote.inherits();
                        case "suggested" -> remote.like() != null;
                        default -> true;
                    };
        }
    }

    @GetMapping
    String page(
            Doing doing,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "state", defaultValue = "") String state) {
        return page(doing, new Wish(q, state));
    }

    private String page(Doing doing, Wish wish) {
        StoredConnection stored = work.find(doing).connection();
        return desk.at(
                doing.user(),
                doing.hotel(),
                (session, here) -> {
                    Model model = doing.model();
                    frame.on(model, doing.user(), here, "connections");
                    List<MappedRemote> remotes = mapping.of(session, stored);
                    model.addAttribute("stored", stored);
                    model.addAttribute("wish", wish);
                    model.addAttribute("remotes", remotes);
                    model.addAttribute("shown", remotes.stream().filter(wish::isMetBy).toList());
                    model.addAttribute("rooms", names(session, doing.hotel()));
                    model.addAttribute(
                            "suggestions", remotes.stream().anyMatch(it -> it.like() != null));
                    return "connections/mapping";
                });
    }

    /** What the hotel sells, to be dragged: each room type, and its rate plans. */
    private static List<Sold> names(JdbcClient session, int hotel) {
        return session.sql(
                        """
                        select t.id as room_type, t.name as room, s.id as product, p.name as plan from room_types t
                          left join products s on s.room_type_id = t.id left join rate_plans p on p.id = s.rate_plan_id
                         where t.hotel_id = ? order by t.name, t.id, p.name, s.id
                        """)
                .param(hotel)
                .query(Sold.class)
                .list();
    }

    /** A rate plan as sold for a room type; without plan: the room type is sold by none. */
    record Sold(int roomType, String room, @Nullable Integer product, @Nullable String plan) {}

    /** Says what one means; an empty meaning takes away what it meant. */
    @PostMapping("/{remote:[0-9]{1,9}}")
    String map(
            Doing doing,
            @PathVariable("remote") int remote,
            @RequestParam(name = "meaning", required = false) @Nullable Integer meaning,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "state", defaultValue = "") String state) {
        return act(
                doing,
                remote,
                new Wish(q, state),
                (session, there) -> {
                    mapping.map(session, there, remote, meaning, doing.user().actor());
                    return meaning == null ? "Taken away." : "Mapped.";
                });
    }

    /** Maps those suggestions that were ticked, written as {@code remote:meaning}. */
    @PostMapping("/suggested")
    String suggested(
            Doing doing,
            @RequestParam(name = "pick", required = false) @Nullable List<String> picked,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "state", defaultValue = "") String state) {
        List<String> picks = picked == null ? List.of() : picked;
        return act(
                doing,
                0,
                new Wish(q, state),
                (session, there) -> {
                    picks.forEach(pick -> pick(session, there, pick, doing.user().actor()));
                    return picks.isEmpty()
                            ? "No suggestion was ticked."
                            : picks.size() + " mapped.";
                });
    }

    private void pick(JdbcClient session, StoredConnection there, String pick, String actor) {
        if (!pick.matches("[0-9]{1,9}:[0-9]{1,9}")) {
            throw new ConnectionRefused("pick: '" + pick + "' (expected: what the page offers)");
        }
        String[] parts = pick.split(":");
        mapping.map(session, there, Integer.parseInt(parts[0]), Integer.valueOf(parts[1]), actor);
    }

    /** Where only some are shown, this one may not be any more: what came of it is said above. */
    private String act(
            Doing doing,
            int remote,
            Wish wish,
            BiFunction<JdbcClient, StoredConnection, String> act) {
        int place = wish.isForAll() ? remote : 0;
        try {
            doing.say(place, work.at(doing, act));
            return "redirect:"
                    + wish.on(doing.path() + "/mapping")
                    + (place == 0 ? "" : "#remote-" + place);
        } catch (ConnectionRefused why) {
            doing.refuse(place, why.words());
            return page(doing, wish);
        }
    }
}
