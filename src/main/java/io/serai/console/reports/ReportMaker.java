package io.serai.console.reports;

import io.serai.console.ChannelNames;
import io.serai.console.Desk;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.access.Grants;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import io.serai.database.TenantSession;
import io.serai.report.ParityPages;
import io.serai.report.QuoteCounts;
import io.serai.report.ReportQuery;
import io.serai.report.ReportQuestion;
import io.serai.report.ReportTable;
import io.serai.report.Reports;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Makes reports for users, of the hotels that they may ask about. */
@Component
class ReportMaker {

    private static final List<String> ORDER =
            List.of("bookings", "revenue", "performance", "parity", "conversion", "reconciliation");

    private final Desk desk;
    private final Users users;
    private final TenantSession sessions;
    private final Reports reports;
    private final ParityPages parity;
    private final ChannelNames channels;
    private final QuoteCounts quotes;
    private final Clock clock;

    ReportMaker(
            Desk desk,
            Users users,
            TenantSession sessions,
            Reports reports,
            ParityPages parity,
            ChannelNames channels,
            QuoteCounts quotes,
            Clock clock) {
        this.desk = desk;
        this.users = users;
        this.sessions = sessions;
        this.reports = reports;
        this.parity = parity;
        this.channels = channels;
        this.quotes = quotes;
        this.clock = clock;
    }

    /**
     * A report with the question that it answers.
     *
     * @param table its lines
     */
    record Made(ReportQuestion question, ReportTable table) {}

    /**
     * One of the user's hotels.
     *
     * @throws NotHere when it is none of them
     */
    Hotel hotel(SignedIn user, int id) {
        return desk.hotels(user).stream()
                .filter(hotel -> hotel.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotHere("hotel " + id));
    }

    /** Whether there is a report of this name. */
    boolean isReport(String name) {
        return ORDER.contains(name);
    }

    /** The reports that a user may see of a hotel. */
    List<String> names(SignedIn user, int hotel) {
        Grants grants = users.grants(user);
        return ORDER.stream()
                .filter(name -> !Reports.hasAmounts(name) || grants.maySeeEarnings(hotel))
                .toList();
    }

    /**
     * Makes what is asked for.
     *
     * @throws ResponseStatusException 403 for a report that the user may not see of the hotel
     * @throws io.serai.report.ReportRefused where the question is none
     * @throws io.serai.report.ReportTooLong where it would have too many lines
     */
    Made make(SignedIn user, int hotel, ReportAsk asked) {
        ReportQuestion question = question(user, hotel, asked);
        return at(
                user,
                question,
                session -> new Made(question, reports.make(session, asked.report(), question)));
    }

    /**
     * Makes what a chart of parity draws, whose page reads its own lines alone.
     *
     * @throws ResponseStatusException and others as {@link #make}
     */
    Made counted(SignedIn user, int hotel, ReportAsk asked) {
        ReportQuestion question = question(user, hotel, asked);
        return at(user, question, session -> new Made(question, parity.counted(session, question)));
    }

    /**
     * Makes a page of what is asked for, with what its codes are called.
     *
     * @param size lines of a page
     * @throws ResponseStatusException and others as {@link #make}
     */
    PagedReport page(SignedIn user, int hotel, ReportAsk asked, int page, int size) {
        ReportQuestion question = question(user, hotel, asked);
        return at(
                user,
                question,
                session -> {
                    ReportNames names =
                            ReportNames.read(session, question.hotels(), channels.all());
                    if (asked.isParity()) {
                        ParityPages.Page read = parity.read(session, question, page, size);
                        return PagedReport.of(question, read, names);
                    }
                    return PagedReport.of(
                            question,
                            reports.make(session, asked.report(), question),
                            page,
                            size,
                            names);
                });
    }

    private ReportQuestion question(SignedIn user, int hotel, ReportAsk asked) {
        ReportAsk ask = Reports.hasOneDate(asked.report()) ? asked : asked.inSteps();
        if (!names(user, hotel).contains(ask.report())) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN,
                    "may not see what was earned (expected: operate or finance)");
        }
        List<Integer> about = ask.isChain() ? chain(user, ask.report()) : List.of(hotel);
        return new ReportQuery(name -> name.equals("hotel") ? null : ask.get(name))
                .question(ask.report(), about, Integer::parseInt, clock.instant());
    }

    private <T> T at(SignedIn user, ReportQuestion question, Function<JdbcClient, T> work) {
        quotes.keep();
        return sessions.call(
                question.hotels().stream().map(Integer::longValue).toList(), user.actor(), work);
    }

    private List<Integer> chain(SignedIn user, String report) {
        Grants grants = users.grants(user);
        return desk.hotels(user).stream()
                .map(Hotel::id)
                .filter(id -> !Reports.hasAmounts(report) || grants.maySeeEarnings(id))
                .toList();
    }
}
