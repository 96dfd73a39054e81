package io.serai.console.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.console.reports.ReportMaker.Made;
import io.serai.report.ReportRefused;
import io.serai.report.ReportTooLong;
import io.serai.report.Reports;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a hotel's or a chain's bookings amount to: each report as a table and as a chart. */
@Controller
@RequestMapping("/hotels/{hotel}/reports")
class ReportsPage {

    private final Frame frame;
    private final ReportMaker maker;
    private final ReportWords words;
    private final Channels channels;
    private final ObjectMapper json;
    private final Clock clock;

    ReportsPage(
            Frame frame,
            ReportMaker maker,
            ReportWords words,
            Channels channels,
            ObjectMapper json,
            Clock clock) {
        this.frame = frame;
        this.maker = maker;
        this.words = words;
        this.channels = channels;
        this.json = json;
        this.clock = clock;
    }

    /** The first of those that the user may see. */
    @GetMapping
    String first(@AuthenticationPrincipal SignedIn user, @PathVariable("hotel") int hotel) {
        maker.hotel(user, hotel);
        return "redirect:/hotels/" + hotel + "/reports/" + maker.names(user, hotel).get(0);
    }

    @GetMapping("/{report}")
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("report") String report,
            @RequestParam Map<String, String> query,
            Model model,
            HttpServletResponse response)
            throws JsonProcessingException {
        Hotel here = maker.hotel(user, hotel);
        Map<String, ReportWords.Word> reports = new LinkedHashMap<>();
        maker.names(user, hotel).forEach(name -> reports.put(name, words.report(name)));
        if (!maker.isReport(report)) {
            throw new NotHere("report '" + report + "'");
        }
        ReportAsk ask = ReportAsk.of(report, query, here.today(clock));
        frame.on(model, user, here, "reports");
        model.addAttribute("reports", reports);
        model.addAttribute("report", report);
        model.addAttribute("path", "/hotels/" + hotel + "/reports/");
        model.addAttribute("presets", Preset.of(here.today(clock)));
        model.addAttribute("ask", ask);
        model.addAttribute("channels", channels());
        model.addAttribute("oneDate", Reports.hasOneDate(report));
        try {
            Made made = maker.make(user, hotel, ask);
            show(model, here, ask, made);
        } catch (ReportRefused | ReportTooLong refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", refused.getMessage());
        }
        return "reports/report";
    }

    private void show(Model model, Hotel hotel, ReportAsk ask, Made made)
            throws JsonProcessingException {
        ReportChart chart =
                ReportChart.of(
                        ask.report(),
                        made.table(),
                        made.question().each(),
                        ask.get("chart"),
                        words);
        ReportSheet sheet =
                ReportSheet.of(
                        ask.report(), made.table(), words, number(ask.get("page")), hotel.zone());
        model.addAttribute("question", made.question());
        model.addAttribute("sheet", sheet);
        model.addAttribute("figures", figures(ask, made));
        model.addAttribute(
                "means", sheet.heads().stream().filter(head -> !head.meaning().isEmpty()).toList());
        model.addAttribute(
                "drawnFigure",
                ReportChart.figureName(ask.report(), made.table(), ask.get("chart")));
        model.addAttribute("chart", chart);
        model.addAttribute("drawn", chart == null ? null : json.writeValueAsString(chart));
    }

    /** All that there are, and the hotel's own bookings. */
    private List<String> channels() {
        return Stream.concat(Stream.of("direct"), channels.all().stream().map(Channel::code))
                .sorted()
                .toList();
    }

    private Map<String, String> figures(ReportAsk ask, Made made) {
        Map<String, String> figures = new LinkedHashMap<>();
        if (!ask.report().equals("parity")) {
            ReportChart.figures(made.table())
                    .forEach(
                            column ->
                                    figures.put(
                                            column.name(),
                                            words.column(ask.report(), column.name()).title()));
        }
        return figures;
    }

    private static int number(@Nullable String page) {
        return page != null && page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
    }
}
