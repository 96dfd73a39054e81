package io.serai.console.rates;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.BulkDesk;
import io.serai.console.grid.Choices;
import io.serai.console.grid.GridWish;
import io.serai.console.grid.Group;
import io.serai.console.grid.Seen;
import io.serai.hotel.night.NightTable;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
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

    private static final String AREA = "rates";

    private final Desk desk;
    private final Frame frame;
    private final RatesReader reader;
    private final BulkDesk bulk;
    private final Clock clock;

    RatesPage(Desk desk, Frame frame, RatesReader reader, BulkDesk bulk, Clock clock) {
        this.desk = desk;
        this.frame = frame;
        this.reader = reader;
        this.bulk = bulk;
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
                    frame.on(model, user, here, AREA);
                    GridWish wish = GridWish.of(query, here, clock);
                    List<Choices.Type> types = Choices.of(database, here);
                    List<Integer> open = wish.opened(types);
                    around(here, wish, open, model);
                    model.addAttribute("types", types);
                    model.addAttribute("plans", Choices.plans(database, here));
                    model.addAttribute("channels", Choices.channels(database, here));
                    model.addAttribute(
                            "groups", reader.read(database, here, wish, wish.shown(types), open));
                    model.addAttribute("today", here.today(clock));
                    model.addAttribute("last", here.today(clock).plusDays(here.horizon() - 1L));
                    model.addAttribute(
                            "waiting", WaitingPrices.read(database, here, here.today(clock)));
                    model.addAttribute("edits", bulk.latest(database, here, NightTable.RATES));
                    return "rates/page";
                });
    }

    /** One room type, unfolded or folded. */
    @GetMapping("/groups/{group}")
    String group(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("group") int group,
            @RequestParam(name = "fold", defaultValue = "false") boolean fold,
            @RequestParam MultiValueMap<String, String> query,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    GridWish wish = GridWish.of(query, here, clock);
                    List<Choices.Type> one =
                            Choices.of(database, here).stream()
                                    .filter(type -> type.id() == group)
                                    .toList();
                    if (one.isEmpty()) {
                        throw new NotHere("room type " + group);
                    }
                    List<Integer> open = fold ? List.of() : List.of(group);
                    frame.on(model, user, here, AREA);
                    around(here, wish, open, model);
                    model.addAttribute(
                            "group", reader.read(database, here, wish, one, open).get(0));
                    return "grid/parts :: one";
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
        Seen before = Seen.of(seen);
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    GridWish wish = GridWish.of(query, here, clock);
                    List<Choices.Type> types =
                            Choices.of(database, here).stream()
                                    .filter(type -> before.groups().contains(type.id()))
                                    .toList();
                    List<Group> changed =
                            reader.read(database, here, wish, types, before.groups()).stream()
                                    .filter(before::differs)
                                    .toList();
                    WaitingPrices waiting = WaitingPrices.read(database, here, here.today(clock));
                    List<BulkDesk.Made> edits = bulk.latest(database, here, NightTable.RATES);
                    boolean decide = before.differs("waiting", waiting);
                    boolean made = before.differs("edits", edits);
                    if (changed.isEmpty() && !decide && !made) {
                        return ResponseEntity.noContent().build();
                    }
                    frame.on(model, user, here, AREA);
                    around(here, wish, before.groups(), model);
                    model.addAttribute("groups", changed);
                    model.addAttribute("waiting", decide ? waiting : null);
                    model.addAttribute("edits", made ? edits : null);
                    return "rates/now";
                });
    }

    private static void around(Hotel hotel, GridWish wish, List<Integer> open, Model model) {
        model.addAttribute("wish", wish);
        model.addAttribute("days", wish.days());
        model.addAttribute("open", open);
        model.addAttribute("area", AREA);
        model.addAttribute("path", "/hotels/" + hotel.id() + "/" + AREA);
    }
}
