package io.serai.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
                        Earned.NOTHING,
                        Earned::plus,
                        measures,
                        RevenueReport::notes)
                .make(session, question);
    }

    private static SortedMap<Line, Earned> read(JdbcClient session, ReportQuestion question) {
        SortedMap<Line, Earned> lines = new TreeMap<>();
        BookedDays.read(session, question, Purse.BOOKING)
                .forEach(
                        (line, figures) ->
                                lines.put(line, new Earned(figures, 0, null, PickedUp.NONE)));
        if (question.by() == By.STAY) {
            PickUps.read(session, question)
                    .forEach(
                            (line, pickedUp) ->
                                    lines.merge(
                                            line,
                                            new Earned(Figures.NONE, 0, null, pickedUp),
                                            Earned::plus));
            beside(session, question, lines);
        }
        return lines;
    }

    /** Lays beside each line what its hotels have; a step in which nothing was sold has a line. */
    private static void beside(
            JdbcClient session, ReportQuestion question, SortedMap<Line, Earned> lines) {
        SortedMap<Line, Figures> sold = BookedDays.read(session, question, Purse.HOTEL);
        SortedMap<Line, Long> houses = Houses.read(session, question);
        sold.forEach((line, figures) -> lines.merge(line, sold(figures), Earned::plus));
        if (!question.perChannel()) {
            houses.keySet().forEach(line -> lines.putIfAbsent(line, Earned.NOTHING));
        }
        lines.replaceAll((line, earned) -> earned.plus(available(houses.get(house(line)))));
    }

    private static Line house(Line line) {
        return new Line(line.start(), line.hotel(), null, line.currency());
    }

    private static Earned sold(Figures figures) {
        return new Earned(Figures.NONE, figures.kept().nights(), null, PickedUp.NONE);
    }

    private static Earned available(@Nullable Long rooms) {
        return new Earned(Figures.NONE, 0, rooms, PickedUp.NONE);
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
