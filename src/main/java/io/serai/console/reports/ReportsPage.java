package io.serai.console.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.console.ChannelNames;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.Refusal;
import io.serai.console.access.SignedIn;
import io.serai.console.reports.ReportMaker.Made;
import io.serai.report.ReportRefused;
import io.serai.report.ReportTable;
import io.serai.report.ReportTooLong;
import io.serai.report.Reports;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What a hotel's or a chain's bookings amount to: each report as a table and as a chart. */
@Controller
@RequestMapping("/hotels/{hotel}/reports")
class ReportsPage {

    private final Frame frame;
    private final ReportMaker maker;
    private final ReportWords words;
    private final ChannelNames channels;
    private final ObjectMapper json;
    private final Clock clock;

    ReportsPage(
            Frame frame,
            ReportMaker maker,
            ReportWords words,
            ChannelNames channels,
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
        model.addAttribute("channels", channels.all());
        model.addAttribute("oneDate", Reports.hasOneDate(report));
        try {
            PagedReport read =
                    maker.page(user, hotel, ask, number(ask.get("page")), ReportSheet.LINES);
            show(model, here, ask, read);
        } catch (ReportRefused | ReportTooLong refused) {
            Refusal why = Refusal.of(refused.getMessage());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", why.words());
            model.addAttribute("wrong", Set.of(why.field()));
        }
        return "reports/report";
    }

    /** What the chart of a report shows whose page reads its own lines alone; 204: nothing. */
    @GetMapping("/{report}/chart")
    @ResponseBody
    ResponseEntity<ReportChart> chart(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("report") String report,
            @RequestParam Map<String, String> query) {
        if (!maker.isReport(report)) {
            throw new NotHere("report '" + report + "'");
        }
        ReportAsk ask = ReportAsk.of(report, query, maker.hotel(user, hotel).today(clock));
        try {
            Made made =
                    ask.isParity() ? maker.counted(user, hotel, ask) : maker.make(user, hotel, ask);
            ReportChart chart =
                    ReportChart.of(
                            report,
                            made.table(),
                            made.question(),
                            ask.get("chart"),
                            new ReportNames(Map.of()),
                            words);
            return chart == null ? ResponseEntity.noContent().build() : ResponseEntity.ok(chart);
        } catch (ReportRefused | ReportTooLong refused) {
            return ResponseEntity.noContent().build();
        }
    }

    private void show(Model model, Hotel hotel, ReportAsk ask, PagedReport read)
            throws JsonProcessingException {
        ReportChart chart =
                ask.isParity()
                        ? null
                        : ReportChart.of(
                                ask.report(),
                                read.table(),
                                read.question(),
                                ask.get("chart"),
                                read.names(),
                                words);
        ReportSheet sheet = ReportSheet.of(ask.report(), read, words, hotel.zone());
        model.addAttribute("question", read.question());
        model.addAttribute("sheet", sheet);
        model.addAttribute("figures", figures(ask, read.table()));
        model.addAttribute(
                "means", sheet.heads().stream().filter(head -> !head.meaning().isEmpty()).toList());
        model.addAttribute(
                "drawnFigure",
                ReportChart.figureName(ask.report(), read.table(), ask.get("chart")));
        model.addAttribute("drawnLater", ask.isParity() && !sheet.nothing());
        model.addAttribute("chart", sheet.nothing() ? null : chart);
        model.addAttribute("drawn", chart == null ? null : json.writeValueAsString(chart));
    }

    private Map<String, String> figures(ReportAsk ask, ReportTable table) {
        Map<String, String> figures = new LinkedHashMap<>();
        if (!ask.isParity()) {
            ReportChart.figures(table)
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
