package io.serai.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the rooms that hotels have to sell: all rooms of their room types, as the house is now, on
 * each night of a step, less those out of order on it.
 */
final class Houses {

    private static final String OUT_OF_ORDER =
            """
            select start, hotel, sum(out_of_order) as rooms
              from (select %s as start, hotel_id as hotel, out_of_order
                      from (select night as day, hotel_id, out_of_order from room_nights
                             where hotel_id = any (:hotels) and night >= :from and night < :until and out_of_order > 0) d) n
             group by 1, 2
            """;

    private record House(int id, String currency, long rooms) {}

    private Houses() {}

    /** Room nights by step, hotel where each has lines of its own, and the hotels' currency. */
    static SortedMap<Line, Long> read(JdbcClient session, ReportQuestion question) {
        List<House> houses =
                session.sql(
                                """
                                select h.id, h.currency, coalesce(sum(t.size), 0) as rooms
                                  from hotels h left join room_types t on t.hotel_id = h.id where h.id = any (:hotels) group by 1, 2
                                """)
                        .param("hotels", question.hotels().toArray(Integer[]::new))
                        .query(House.class)
                        .list();
        Map<List<Object>, Long> outOfOrder = new HashMap<>();
        session.sql(OUT_OF_ORDER.formatted(question.each().sql()))
                .params(question.parameters())
                .query(
                        row -> {
                            outOfOrder.put(
                                    List.of(
                                            row.getObject("start", LocalDate.class),
                                            row.getInt("hotel")),
                                    row.getLong("rooms"));
                        });
        SortedMap<Line, Long> rooms = new TreeMap<>();
        for (LocalDate start : starts(question)) {
            long days = ChronoUnit.DAYS.between(start, end(question, start));
            for (House house : houses) {
                long closed = outOfOrder.getOrDefault(List.of(start, house.id()), 0L);
                rooms.merge(
                        line(question, start, house),
                        Math.max(0, house.rooms() * days - closed),
                        Long::sum);
            }
        }
        return rooms;
    }

    private static List<LocalDate> starts(ReportQuestion question) {
        return question.each().starts(question.period()).toList();
    }

    private static LocalDate end(ReportQuestion question, LocalDate start) {
        return question.each().end(start, question.period());
    }

    private static Line line(ReportQuestion question, LocalDate start, House house) {
        @Nullable Integer hotel = question.perHotel() ? house.id() : null;
        return new Line(start, hotel, null, house.currency());
    }
}
