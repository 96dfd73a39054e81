package io.serai.api;

import io.serai.console.access.Right;
import io.serai.database.TenantSession;
import io.serai.report.QuoteCounts;
import io.serai.report.ReportQuery;
import io.serai.report.ReportQuestion;
import io.serai.report.ReportRefused;
import io.serai.report.ReportTable;
import io.serai.report.ReportTooLong;
import io.serai.report.Reports;
import io.serai.report.form.ReportForm;
import io.serai.report.form.ReportForms;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/** Reports, in the form that the caller wants. */
@Component("apiReports")
public class ApiReports {

    private final TenantSession tenants;
    private final Reports reports;
    private final ReportForms forms;
    private final QuoteCounts quotes;
    private final Clock clock;

    ApiReports(
            TenantSession tenants,
            Reports reports,
            ReportForms forms,
            QuoteCounts quotes,
            Clock clock) {
        this.tenants = tenants;
        this.reports = reports;
        this.forms = forms;
        this.quotes = quotes;
        this.clock = clock;
    }

    /** Writes a report to the caller; what fails before it is written is answered as ever. */
    public void write(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @ExchangeProperty("report") String report)
            throws IOException {
        Caller asking = Reports.hasAmounts(report) ? ofMoney(caller) : caller;
        ReportForm form = form(exchange);
        ReportQuestion question = question(exchange, report, asking);
        quotes.keep();
        ReportTable table = made(asking, report, question);
        HttpServletResponse response =
                exchange.getMessage()
                        .getHeader(Exchange.HTTP_SERVLET_RESPONSE, HttpServletResponse.class);
        response.setContentType(form.mediaType());
        if (!form.name().equals("json")) {
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"" + form.fileName(report, question) + "\"");
        }
        OutputStream out = StreamUtils.nonClosing(response.getOutputStream());
        form.write(report, question, table, out);
        response.flushBuffer(); // what is sent is an answer; else there would seem to be none
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(null);
    }

    private ReportForm form(Exchange exchange) {
        String named = exchange.getMessage().getHeader("format", String.class);
        if (named == null || named.isBlank()) {
            return forms.accepted(exchange.getMessage().getHeader("Accept", String.class));
        }
        return forms.named(named.strip())
                .orElseThrow(
                        () ->
                                Problem.bad(
                                        "format: '%s' (expected: one of %s)"
                                                .formatted(named, forms.names())));
    }

    private ReportQuestion question(Exchange exchange, String report, Caller caller) {
        try {
            return new ReportQuery(name -> exchange.getMessage().getHeader(name, String.class))
                    .question(
                            report,
                            caller.hotels().stream().map(Long::intValue).toList(),
                            caller::hotel,
                            clock.instant());
        } catch (ReportRefused refused) {
            throw Problem.bad(String.valueOf(refused.getMessage()));
        }
    }

    /** Money is for those who work for a hotel, and for those who keep its books. */
    private static Caller ofMoney(Caller caller) {
        List<Long> hotels =
                caller.hotels().stream().filter(caller.grants()::maySeeEarnings).toList();
        if (hotels.isEmpty() && !caller.hotels().isEmpty()) {
            throw Problem.forbidden(Right.FINANCE);
        }
        return new Caller(caller.actor(), hotels, caller.grants());
    }

    private ReportTable made(Caller caller, String report, ReportQuestion question) {
        try {
            return tenants.call(
                    caller.hotels(),
                    caller.actor(),
                    session -> reports.make(session, report, question));
        } catch (ReportTooLong tooLong) {
            throw Problem.bad(String.valueOf(tooLong.getMessage()));
        }
    }
}
