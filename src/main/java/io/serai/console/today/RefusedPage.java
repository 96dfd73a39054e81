package io.serai.console.today;

import io.serai.console.ConnectionCurrencies;
import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.Part;
import io.serai.console.Sorting;
import io.serai.console.Times;
import io.serai.console.ValueWords;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.Choices;
import io.serai.delivery.OpenRefusals;
import io.serai.delivery.RefusedRange;
import io.serai.delivery.gate.HeldWish;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What channels refused of a hotel's rooms and prices, in their words. */
@Controller
class RefusedPage {

    /** Ranges that are looked among; the API lists all. */
    private static final int MOST = 2000;

    private final Desk desk;
    private final Frame frame;
    private final Clock clock;

    RefusedPage(Desk desk, Frame frame, Clock clock) {
        this.desk = desk;
        this.frame = frame;
        this.clock = clock;
    }

    /**
     * A line of the table.
     *
     * @param what room type and plan by the hotel's codes, or the channel's own ids
     * @param value what is refused, in words
     * @param nights the range
     * @param since in the hotel's zone
     * @param story where the first night's story is told; empty for what is not mapped
     */
    record Line(
            RefusedRange range,
            String what,
            String field,
            String value,
            String nights,
            String since,
            String story) {}

    /**
     * Which of them are looked for.
     *
     * @param q a part of what it is, or of the channel's words; empty: any
     * @param at the key of a connection; empty: any
     */
    record Filter(String q, String at) {

        private boolean isMetBy(Line line) {
            String part = q.strip().toLowerCase(Locale.ROOT);
            return (at.isEmpty() || line.range.connection().equals(at))
                    && (line.what + " " + line.field + " " + line.range.words())
                            .toLowerCase(Locale.ROOT)
                            .contains(part);
        }
    }

    private static Map<String, Comparator<Line>> columns() {
        Map<String, Comparator<Line>> columns = new LinkedHashMap<>();
        columns.put("nights", Comparator.comparing(line -> line.range.from()));
        columns.put("what", Comparator.comparing(Line::what, Sorting.byName()));
        columns.put("since", Comparator.comparing(line -> line.range.at()));
        return columns;
    }

    @GetMapping("/hotels/{hotel}/refused")
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "at", defaultValue = "") String at,
            @RequestParam(name = "sort", defaultValue = "") String sort,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    Filter filter = new Filter(q, at);
                    Sorting<Line> sorting = Sorting.of(sort, columns());
                    List<Line> all = lines(session, here);
                    List<Line> lines =
                            all.stream().filter(filter::isMetBy).sorted(sorting.order()).toList();
                    frame.on(model, user, here, "today");
                    model.addAttribute("filter", filter);
                    model.addAttribute("sorting", sorting);
                    model.addAttribute("channels", Choices.channels(session, here));
                    model.addAttribute("part", Part.of(lines, page));
                    model.addAttribute("most", all.size() < MOST ? null : MOST);
                    return "today/refused";
                });
    }

    private List<Line> lines(JdbcClient session, Hotel here) {
        LocalDate today = here.today(clock);
        ConnectionCurrencies currencies = ConnectionCurrencies.of(session, here);
        return OpenRefusals.list(
                        session,
                        here.id(),
                        new HeldWish(
                                null,
                                null,
                                null,
                                today,
                                today.plusDays(here.horizon()),
                                null,
                                MOST),
                        LocalDate.EPOCH,
                        0)
                .stream()
                .map(
                        it ->
                                new Line(
                                        it,
                                        what(it),
                                        ValueWords.what(it.field()),
                                        ValueWords.one(
                                                it.field(),
                                                it.value(),
                                                currencies.at(it.connection())),
                                        Times.nights(it.from(), it.to()),
                                        Times.minute(it.at(), here.zone()),
                                        story(here.id(), it)))
                .toList();
    }

    private static String what(RefusedRange range) {
        if (range.roomType() == null) {
            return range.rate() == null ? range.room() : range.room() + " · " + range.rate();
        }
        return range.ratePlan() == null
                ? range.roomType()
                : range.roomType() + " · " + range.ratePlan();
    }

    private static String story(int hotel, RefusedRange range) {
        if (range.roomType() == null) {
            return "";
        }
        return "/hotels/"
                + hotel
                + (range.ratePlan() == null ? "/inventory" : "/rates")
                + "?from="
                + range.from();
    }
}
