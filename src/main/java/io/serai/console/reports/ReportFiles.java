package io.serai.console.reports;

import io.serai.console.NotHere;
import io.serai.console.Refusal;
import io.serai.console.access.SignedIn;
import io.serai.console.reports.ReportMaker.Made;
import io.serai.report.ReportRefused;
import io.serai.report.ReportTooLong;
import io.serai.report.form.ReportForm;
import io.serai.report.form.ReportForms;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The lines of a report as a file, written as the API writes it. */
@Controller
class ReportFiles {

    private final ReportMaker maker;
    private final ReportForms forms;
    private final Clock clock;

    ReportFiles(ReportMaker maker, ReportForms forms, Clock clock) {
        this.maker = maker;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/hotels/{hotel}/reports/{report}/file")
    void file(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("report") String report,
            @RequestParam Map<String, String> query,
            HttpServletResponse response)
            throws IOException {
        if (!maker.isReport(report)) {
            throw new NotHere("report '" + report + "'");
        }
        ReportForm form =
                forms.named(query.getOrDefault("format", ""))
                        .orElseThrow(() -> new NotHere("file of a report"));
        ReportAsk ask = ReportAsk.of(report, query, maker.hotel(user, hotel).today(clock));
        try {
            Made made = maker.make(user, hotel, ask);
            response.setContentType(form.mediaType());
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"" + form.fileName(report, made.question()) + "\"");
            form.write(report, made.question(), made.table(), response.getOutputStream());
        } catch (ReportRefused | ReportTooLong refused) {
            response.sendError(
                    HttpStatus.UNPROCESSABLE_ENTITY.value(),
                    Refusal.of(refused.getMessage()).words());
        }
    }
}
