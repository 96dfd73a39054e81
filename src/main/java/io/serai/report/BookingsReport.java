package io.serai.report;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many bookings there are and what became of them. */
@Component
class BookingsReport implements Report {

    private static final List<Measure<Figures>> MEASURES =
            List.of(
                    Measure.count("bookings", Figures::taken),
                    Measure.count("kept", it -> it.kept().bookings()),
                    Measure.count("cancelled", it -> it.cancelled()),
                    Measure.count("noShow", it -> it.noShow()),
                    Measure.count("rooms", it -> it.kept().rooms()),
                    Measure.count("guests", it -> it.kept().guests()),
                    Measure.count("roomNights", it -> it.kept().nights()),
                    Measure.money("value", it -> it.kept().value()),
                    Measure.money(
                            "averageValue",
                            it ->
                                    Measure.ratio(
                                            it.kept().value(),
                                            BigDecimal.valueOf(it.kept().bookings()))),
                    Measure.money("roomRevenue", it -> it.kept().revenue()),
                    Measure.count("cancelledRoomNights", it -> it.lostNights()),
                    Measure.money("cancelledRoomRevenue", it -> it.lostRevenue()));

    private final FigureReport<Figures, Figures> report =
            new FigureReport<>(
                    (session, question) ->
                            BookedDays.lines(BookedDays.read(session, question), Booked::line),
                    Figures::plus,
                    (question, lines) -> lines,
                    Figures.NONE,
                    MEASURES,
                    true,
                    Notes::ofStay);

    @Override
    public String name() {
        return "bookings";
    }

    @Override
    public ReportTable make(JdbcClient session, ReportQuestion question) {
        return report.make(session, question);
    }
}
