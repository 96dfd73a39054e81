package io.serai.console.today;

import io.serai.console.ConnectionCurrencies;
import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Times;
import io.serai.console.ValueWords;
import io.serai.console.access.SignedIn;
import io.serai.delivery.OpenRefusals;
import io.serai.delivery.RefusedRange;
import io.serai.delivery.gate.HeldWish;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What channels refused of a hotel's rooms and prices, in their words. */
@Controller
class RefusedPage {

    private static final int MOST = 200;

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

    @GetMapping("/hotels/{hotel}/refused")
    String page(
            @AuthenticationPrincipal SignedIn user, @PathVariable("hotel") int hotel, Model model) {
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    LocalDate today = here.today(clock);
                    List<RefusedRange> found =
                            OpenRefusals.list(
                                    session,
                                    hotel,
                                    new HeldWish(
                                            null,
                                            null,
                                            null,
                                            today,
                                            today.plusDays(here.horizon()),
                                            null,
                                            MOST),
                                    LocalDate.EPOCH,
                                    0);
                    ConnectionCurrencies currencies = ConnectionCurrencies.of(session, here);
                    frame.on(model, user, here, "today");
                    model.addAttribute(
                            "lines",
                            found.stream()
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
                                                            story(hotel, it)))
                                    .toList());
                    model.addAttribute("most", MOST);
                    return "today/refused";
                });
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
