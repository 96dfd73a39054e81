package io.serai.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each channel brings and what it costs. */
@Component
class PerformanceReport implements Report {

    private static final List<Measure<Share>> MEASURES =
            List.of(
                    Measure.count("bookings", it -> it.own().kept().bookings()),
                    Measure.percent("shareOfBookings", Share::ofBookings),
                    Measure.count("roomNights", it -> it.own().kept().nights()),
                    Measure.percent("shareOfRoomNights", Share::ofNights),
                    Measure.money("roomRevenue", it -> it.own().kept().revenue()),
                    Measure.percent("shareOfRoomRevenue", Share::ofRevenue),
                    Measure.money("adr", it -> Means.adr(it.own())),
                    Measure.money("value", it -> it.own().kept().value()),
                    Measure.money("commission", it -> it.own().kept().commission()),
                    Measure.percent(
                            "commissionRate",
                            it ->
                                    Measure.percentOf(
                                            it.own().kept().commission(), it.own().kept().value())),
                    Measure.money("net", Share::net),
                    Measure.count(
                            "commissionUnknown",
                            it -> it.own().kept().bookings() - it.own().kept().commissioned()),
                    Measure.mean("lengthOfStay", it -> Means.stay(it.own())),
                    Measure.mean("leadTime", it -> Means.lead(it.own())),
                    Measure.percent("cancellationRate", it -> Means.cancelled(it.own())),
                    Measure.percent("noShowRate", it -> Means.noShow(it.own())));

    private final FigureReport<Figures, Share> report =
            new FigureReport<>(
                    PerformanceReport::read,
                    Figures::plus,
                    PerformanceReport::shares,
                    Share.NOTHING,
                    MEASURES,
                    true,
                    PerformanceReport::notes);

    @Override
    public String name() {
        return "performance";
    }

    @Override
    public ReportTable make(JdbcClient session, ReportQuestion question) {
        return report.make(session, question.ofChannels());
    }

    /** Shares are of all channels, also where one alone is asked for. */
    private static Lines<Figures> read(JdbcClient session, ReportQuestion question) {
        return BookedDays.lines(BookedDays.read(session, question.ofAllChannels()), Booked::line);
    }

    private static SortedMap<Line, Share> shares(
            ReportQuestion question, SortedMap<Line, Figures> booked) {
        Map<Line, Figures> all = new HashMap<>();
        Map<Line, Figures> purses = new HashMap<>();
        booked.forEach(
                (line, figures) -> {
                    all.merge(whole(line, ""), figures, Figures::plus);
                    purses.merge(whole(line, line.currency()), figures, Figures::plus);
                });
        SortedMap<Line, Share> shares = new TreeMap<>();
        booked.forEach(
                (line, figures) -> {
                    if (question.channel() == null || question.channel().equals(line.channel())) {
                        shares.put(
                                line,
                                new Share(
                                        figures,
                                        all.get(whole(line, "")),
                                        purses.get(whole(line, line.currency()))));
                    }
                });
        return shares;
    }

    private static Line whole(Line line, String currency) {
        return new Line(line.start(), line.hotel(), null, currency);
    }

    private static List<String> notes(ReportQuestion question) {
        List<String> notes = new ArrayList<>(Notes.ofStay(question));
        notes.add(
                "Commission is what channels told of each booking; where one told none (commissionUnknown) it counts 0, so that net is then too high by it.");
        return notes;
    }
}
