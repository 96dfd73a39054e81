package io.serai.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many of those who asked booked, and how many bookings were kept. */
@Component
class ConversionReport implements Report {

    /** The provider of a hotel's own bookings. */
    private static final String DIRECT = "direct";

    private static final List<Measure<Converted>> MEASURES =
            List.of(
                    Measure.count("quotes", it -> it.quotes() == null ? null : it.quotes().asked()),
                    Measure.count(
                            "quotesBookable",
                            it -> it.quotes() == null ? null : it.quotes().bookable()),
                    Measure.count("bookings", it -> it.booked().taken()),
                    Measure.percent("bookedOfQuotes", Converted::ofQuotes),
                    Measure.count("kept", it -> it.booked().kept().bookings()),
                    Measure.count("cancelled", it -> it.booked().cancelled()),
                    Measure.count("noShow", it -> it.booked().noShow()),
                    Measure.percent("keptOfBookings", Converted::ofTaken));

    private static final String QUOTES =
            """
            select start, %2$s as hotel, sum(asked) as asked, sum(bookable) as bookable
              from (select %1$s as start, q.* from (select %3$s as day, c.* from quote_counts c where hotel_id = any (:hotels)) q
                     where day >= :from and day < :until) n
             group by 1, 2
            """;

    private final FigureReport<Converted, Converted> report =
            new FigureReport<>(
                    ConversionReport::read,
                    Converted::plus,
                    (question, lines) -> lines,
                    Converted.NOTHING,
                    MEASURES,
                    false, // quotes stand beside the hotel's own bookings alone
                    ConversionReport::notes);

    @Override
    public String name() {
        return "conversion";
    }

    @Override
    public ReportTable make(JdbcClient session, ReportQuestion question) {
        return report.make(session, question.ofChannels());
    }

    private static Lines<Converted> read(JdbcClient session, ReportQuestion question) {
        Lines<Converted> lines = new Lines<>();
        for (Booked it : BookedDays.read(session, question)) {
            lines.add(
                    it.ofNone(),
                    new Converted(it.shown(), null),
                    new Converted(it.adding(), null),
                    Converted::plus);
        }
        if (question.channel() != null && !question.channel().equals(DIRECT)) {
            return lines;
        }
        session.sql(
                        QUOTES.formatted(
                                question.each().sql(),
                                question.perHotel() ? "hotel_id" : "null::integer",
                                question.by() == By.BOOKING ? "asked_on" : "arrival"))
                .params(question.parameters())
                .query(
                        row -> {
                            Converted asked =
                                    new Converted(
                                            Figures.NONE,
                                            new QuotesAsked(
                                                    row.getLong("asked"), row.getLong("bookable")));
                            lines.add(
                                    new Line(
                                            row.getObject("start", LocalDate.class),
                                            row.getObject("hotel", Integer.class),
                                            DIRECT,
                                            ""),
                                    asked,
                                    asked,
                                    Converted::plus);
                        });
        return lines;
    }

    private static List<String> notes(ReportQuestion question) {
        List<String> notes = new ArrayList<>(Notes.ofStay(question));
        notes.add(
                "Page views and searches are not in this report: no channel tells them. Quotes are those that Serai's own API was asked for, so they stand beside the hotel's own bookings alone.");
        if (question.by() == By.STAY) {
            notes.add("By stay, quotes count by the arrival that was asked for.");
        }
        return notes;
    }
}
