package io.serai.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the rooms earned, and how well they were sold. */
@Component
class RevenueReport implements Report {

    private static final List<Measure<Earned>> MEASURES =
            List.of(
                    Measure.count("roomsAvailable", Earned::available),
                    Measure.count("roomsSold", it -> it.booked().kept().nights()),
                    Measure.percent("occupancy", Earned::occupancy),
                    Measure.money("roomRevenue", it -> it.booked().kept().revenue()),
                    Measure.money("adr", it -> Means.adr(it.booked())),
                    Measure.money("revpar", Earned::revpar),
                    Measure.count("bookings", it -> it.booked().kept().bookings()),
                    Measure.mean("lengthOfStay", it -> Means.stay(it.booked())),
                    Measure.mean("leadTime", it -> Means.lead(it.booked())),
                    Measure.percent("cancellationRate", it -> Means.cancelled(it.booked())),
                    Measure.percent("noShowRate", it -> Means.noShow(it.booked())),
                    Measure.count("pickUpRooms", it -> it.pickedUp().nights()),
                    Measure.money("pickUpRevenue", it -> it.pickedUp().revenue()),
                    Measure.count("unpricedRooms", it -> it.booked().kept().unpriced()));

    /** Those that are only of nights. */
    private static final List<String> OF_NIGHTS =
            List.of("roomsAvailable", "occupancy", "revpar", "pickUpRooms", "pickUpRevenue");

    @Override
    public String name() {
        return "revenue";
    }

    @Override
    public ReportTable make(JdbcClient session, ReportQuestion question) {
        List<Measure<Earned>> measures =
                MEASURES.stream()
                        .filter(it -> question.by() == By.STAY || !OF_NIGHTS.contains(it.name()))
                        .toList();
        return new FigureReport<>(
                        RevenueReport::read,
                        Earned::plus,
                        RevenueReport::beside,
                        Earned.NOTHING,
                        measures,
                        true,
                        RevenueReport::notes)
                .make(session, question);
    }

    private static Lines<Earned> read(JdbcClient session, ReportQuestion question) {
        List<Booked> booked = BookedDays.read(session, question);
        Lines<Earned> lines = new Lines<>();
        for (Booked it : booked) {
            lines.add(it.line(), Earned.of(it.shown()), Earned.of(it.adding()), Earned::plus);
        }
        if (question.by() == By.STAY) {
            for (Booked it : booked) {
                Earned sold = Earned.sold(it.shown().kept().nights());
                lines.add(it.ofHouse(), sold, sold, Earned::plus);
            }
            PickUps.read(session, question).forEach(put(lines, Earned::of));
            Houses.read(session, question).forEach(put(lines, Earned::available));
        }
        return lines;
    }

    private static <F> BiConsumer<Line, F> put(Lines<Earned> lines, Function<F, Earned> as) {
        return (line, it) -> lines.add(line, as.apply(it), as.apply(it), Earned::plus);
    }

    /** Lays beside each channel the rooms of its hotels, which are read as lines of no channel. */
    private static SortedMap<Line, Earned> beside(
            ReportQuestion question, SortedMap<Line, Earned> lines) {
        if (!question.perChannel()) {
            return lines;
        }
        SortedMap<Line, Earned> channels = new TreeMap<>();
        lines.forEach(
                (line, earned) -> {
                    if (line.channel() != null) {
                        Earned house =
                                lines.getOrDefault(
                                        new Line(line.start(), line.hotel(), null, line.currency()),
                                        Earned.NOTHING);
                        channels.put(line, earned.plus(house));
                    }
                });
        return channels;
    }

    private static List<String> notes(ReportQuestion question) {
        List<String> notes = new ArrayList<>(Notes.ofStay(question));
        if (question.by() != By.STAY) {
            notes.add(
                    "Rooms available, occupancy, RevPAR and pick-up are figures of nights: they are there by stay only.");
        } else {
            notes.add(
                    "Pick-up: what the bookings of the latest %d days brought, less what cancellations in those days took of older bookings."
                            .formatted(question.pickUp()));
        }
        return notes;
    }
}
