package io.serai.console.rates;

import io.serai.console.Desk;
import io.serai.console.Hotel;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.Choices;
import io.serai.console.grid.GridLook;
import io.serai.console.grid.GridView;
import io.serai.console.grid.Seen;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Prices and restrictions of a hotel night by night, and what changed of them since. */
@Controller
@RequestMapping("/hotels/{hotel}/rates")
class RatesPage {

    private final Desk desk;
    private final GridView view;
    private final RatesReader reader;
    private final Clock clock;

    RatesPage(Desk desk, GridView view, RatesReader reader, Clock clock) {
        this.desk = desk;
        this.view = view;
        this.reader = reader;
        this.clock = clock;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam MultiValueMap<String, String> query,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    view.whole(new GridLook(database, user, here, query, model), reader);
                    model.addAttribute("plans", Choices.plans(database, here));
                    parts(database, here).forEach(model::addAttribute);
                    return "rates/page";
                });
    }

    /** The parts of the page that changed; nothing when none did. */
    @GetMapping("/now")
    Object now(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam(name = "seen", defaultValue = "") List<String> seen,
            @RequestParam MultiValueMap<String, String> query,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) ->
                        view.changed(
                                        new GridLook(database, user, here, query, model),
                                        reader,
                                        Seen.of(seen),
                                        parts(database, here))
                                ? "rates/now"
                                : ResponseEntity.noContent().build());
    }

    private Map<String, ?> parts(JdbcClient database, Hotel hotel) {
        return Map.of("waiting", WaitingPrices.read(database, hotel, hotel.today(clock)));
    }
}
