package io.serai.console.connections;

import io.serai.channel.connection.ConnectionMapping;
import io.serai.channel.connection.ConnectionRefused;
import io.serai.channel.connection.MappedRemote;
import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.access.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

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

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            Model model) {
        Workplace.Place place = work.find(user, hotel, connection);
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    frame.on(model, user, here, "connections");
                    List<MappedRemote> remotes = mapping.of(session, place.connection());
                    model.addAttribute("stored", place.connection());
                    model.addAttribute("remotes", remotes);
                    model.addAttribute("rooms", names(session, hotel));
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
    @PostMapping("/{remote:[0-9]+}")
    String map(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            @PathVariable("remote") int remote,
            @RequestParam(name = "meaning", required = false) @Nullable Integer meaning,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            work.run(
                    user,
                    hotel,
                    connection,
                    (session, there) -> mapping.map(session, there, remote, meaning, user.actor()));
        } catch (ConnectionRefused why) {
            return refused(user, hotel, connection, remote, why, model, response);
        }
        next.addFlashAttribute("said", meaning == null ? "Taken away." : "Mapped.");
        next.addFlashAttribute("saidOf", remote);
        return "redirect:" + path(hotel, connection) + "#remote-" + remote;
    }

    /** Maps those suggestions that were ticked, written as {@code remote:meaning}. */
    @PostMapping("/suggested")
    String suggested(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            @RequestParam(name = "pick", required = false) @Nullable List<String> picked,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        List<String> picks = picked == null ? List.of() : picked;
        try {
            work.run(
                    user,
                    hotel,
                    connection,
                    (session, there) ->
                            picks.forEach(
                                    pick -> {
                                        if (!pick.matches("[0-9]{1,9}:[0-9]{1,9}")) {
                                            throw new ConnectionRefused(
                                                    "pick: '"
                                                            + pick
                                                            + "' (expected: what the page offers)");
                                        }
                                        String[] parts = pick.split(":");
                                        mapping.map(
                                                session,
                                                there,
                                                Integer.parseInt(parts[0]),
                                                Integer.valueOf(parts[1]),
                                                user.actor());
                                    }));
        } catch (ConnectionRefused why) {
            return refused(user, hotel, connection, 0, why, model, response);
        }
        next.addFlashAttribute(
                "said", picks.isEmpty() ? "No suggestion was ticked." : picks.size() + " mapped.");
        next.addFlashAttribute("saidOf", 0);
        return "redirect:" + path(hotel, connection);
    }

    private String refused(
            SignedIn user,
            int hotel,
            int connection,
            int remote,
            ConnectionRefused why,
            Model model,
            HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("problem", why.words());
        model.addAttribute("problemOf", remote);
        return page(user, hotel, connection, model);
    }

    private static String path(int hotel, int connection) {
        return "/hotels/" + hotel + "/connections/" + connection + "/mapping";
    }
}
