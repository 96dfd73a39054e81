package io.serai.console.connections;

import io.serai.channel.connection.StoredConnection;
import io.serai.channel.connection.TellingProgress;
import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** One connection of a hotel: all that is known of how it does. */
@Controller
@RequestMapping("/hotels/{hotel}/connections/{connection:[0-9]+}")
class ConnectionPage {

    private final View view;

    ConnectionPage(View view) {
        this.view = view;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            Model model) {
        return view.of(user, hotel, connection, model);
    }

    /** How far it is told, for who waits. */
    @GetMapping("/progress")
    String progress(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            Model model) {
        view.of(user, hotel, connection, model);
        return "connections/parts :: progress";
    }

    /** The page as it stands; acts that were refused show it again. */
    @Component
    static class View {

        private final Desk desk;
        private final Frame frame;
        private final Workplace work;
        private final ConnectionSheets sheets;
        private final TellingProgress progress;
        private final Clock clock;

        View(
                Desk desk,
                Frame frame,
                Workplace work,
                ConnectionSheets sheets,
                TellingProgress progress,
                Clock clock) {
            this.desk = desk;
            this.frame = frame;
            this.work = work;
            this.sheets = sheets;
            this.progress = progress;
            this.clock = clock;
        }

        String of(SignedIn user, int hotel, int connection, Model model) {
            StoredConnection stored = work.find(user, hotel, connection).connection();
            return desk.at(
                    user,
                    hotel,
                    (session, here) -> {
                        frame.on(model, user, here, "connections");
                        ConnectionSheet sheet =
                                sheets.of(session, here).stream()
                                        .filter(it -> it.now().id() == connection)
                                        .findFirst()
                                        .orElseThrow(() -> new NotHere("connection " + connection));
                        LocalDate today = here.today(clock);
                        model.addAttribute("sheet", sheet);
                        model.addAttribute("stored", stored);
                        model.addAttribute("progress", progress.of(session, connection));
                        model.addAttribute("unclosed", unclosed(session, connection));
                        model.addAttribute("today", today);
                        model.addAttribute("last", today.plusDays(here.horizon() - 1L));
                        return "connections/page";
                    });
        }

        /** The same where something is done. */
        String of(Doing doing) {
            return of(doing.user(), doing.hotel(), doing.connection(), doing.model());
        }

        /** What goes on selling at the channel, whatever is closed from here. */
        private static List<String> unclosed(JdbcClient session, int connection) {
            return session.sql(
                            """
                            select distinct coalesce(rate_name, room_name, remote_rate, remote_room) from ota_rate_plans
                             where connection_id = ? and state = 'active' and room_type_id is null and product_id is null
                               and (remote_rate is null or not is_child) order by 1
                            """)
                    .param(connection)
                    .query(String.class)
                    .list();
        }
    }
}
