package io.serai.report;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what bookings come to. By stay, a booking that touches several days of a step is one
 * booking of it: its first night, or the night before which it had begun, counts for it.
 */
final class BookedDays {

    private static final String SQL =
            """
            select start, %2$s as hotel, %3$s as channel, purse, state,
                   coalesce(sum(bookings) filter (where whole), 0)     as bookings,
                   coalesce(sum(rooms) filter (where whole), 0)        as rooms,
                   coalesce(sum(guests) filter (where whole), 0)       as guests,
                   sum(nights)                                         as nights,
                   coalesce(sum(stay_nights) filter (where whole), 0)  as stay_nights,
                   coalesce(sum(lead_days) filter (where whole), 0)    as lead_days,
                   sum(revenue)                                        as revenue,
                   sum(value)                                          as value,
                   sum(commission)                                     as commission,
                   coalesce(sum(commissioned) filter (where whole), 0) as commissioned,
                   sum(unpriced)                                       as unpriced
              from (select s.*, basis <> 'over' or day = start as whole
                      from (select d.*, %4$s as purse, %1$s as start
                              from report_days d join hotels h on h.id = d.hotel_id
                             where d.hotel_id = any (:hotels) and d.basis = any (:bases) and d.day >= :from and d.day < :until
                               and d.bookings <> 0 and (cast(:channel as text) is null or d.provider = :channel)) s) n
             group by 1, 2, 3, 4, 5
            """;

    private BookedDays() {}

    static SortedMap<Line, Figures> read(JdbcClient session, ReportQuestion question, Purse purse) {
        SortedMap<Line, Figures> lines = new TreeMap<>();
        session.sql(
                        SQL.formatted(
                                question.each().sql(),
                                question.perHotel() ? "hotel_id" : "null::integer",
                                question.perChannel() ? "provider" : "null::text",
                                purse.sql()))
                .params(question.parameters())
                .param("bases", question.by().bases())
                .param("channel", question.channel())
                .query(
                        row -> {
                            lines.merge(
                                    new Line(
                                            row.getObject("start", LocalDate.class),
                                            row.getObject("hotel", Integer.class),
                                            row.getString("channel"),
                                            row.getString("purse")),
                                    Figures.of(State.of(row.getString("state")), Sums.of(row)),
                                    Figures::plus);
                        });
        return lines;
    }
}
