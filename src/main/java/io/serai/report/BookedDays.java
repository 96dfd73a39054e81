package io.serai.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what bookings come to. By stay, a booking that touches several days of a step is one
 * booking of it: its first night counts for it, or, where it had begun before, the first night of
 * the step ({@code carried_…}).
 */
final class BookedDays {

    private static final String SQL =
            """
            select start, %2$s as hotel, %3$s as channel, currency, house, state,
                   coalesce(sum(bookings) filter (where begun), 0)       as bookings,
                   coalesce(sum(rooms) filter (where begun), 0)          as rooms,
                   coalesce(sum(guests) filter (where begun), 0)         as guests,
                   sum(nights)                                           as nights,
                   coalesce(sum(stay_nights) filter (where begun), 0)    as stay_nights,
                   coalesce(sum(lead_days) filter (where begun), 0)      as lead_days,
                   sum(revenue)                                          as revenue,
                   sum(value)                                            as value,
                   sum(commission)                                       as commission,
                   coalesce(sum(commissioned) filter (where begun), 0)   as commissioned,
                   sum(unpriced)                                         as unpriced,
                   coalesce(sum(bookings) filter (where carried), 0)     as carried_bookings,
                   coalesce(sum(rooms) filter (where carried), 0)        as carried_rooms,
                   coalesce(sum(guests) filter (where carried), 0)       as carried_guests,
                   coalesce(sum(stay_nights) filter (where carried), 0)  as carried_stay_nights,
                   coalesce(sum(lead_days) filter (where carried), 0)    as carried_lead_days,
                   coalesce(sum(commissioned) filter (where carried), 0) as carried_commissioned
              from (select s.*, basis <> 'over' as begun, basis = 'over' and day = start as carried
                      from (select d.*, h.currency as house, %1$s as start
                              from report_days d join hotels h on h.id = d.hotel_id
                             where d.hotel_id = any (:hotels) and d.basis = any (:bases) and d.day >= :from and d.day < :until
                               and d.bookings <> 0 and (cast(:channel as text) is null or d.provider = :channel)) s) n
             group by 1, 2, 3, 4, 5, 6
            """;

    private BookedDays() {}

    static List<Booked> read(JdbcClient session, ReportQuestion question) {
        LocalDate first = question.period().from();
        return session.sql(
                        SQL.formatted(
                                question.each().sql(),
                                question.perHotel() ? "hotel_id" : "null::integer",
                                question.perChannel() ? "provider" : "null::text"))
                .params(question.parameters())
                .param("bases", question.by().bases())
                .param("channel", question.channel())
                .query((row, number) -> booked(row, first))
                .list();
    }

    /** As lines of a report. */
    static Lines<Figures> lines(List<Booked> booked, Function<Booked, Line> by) {
        Lines<Figures> lines = new Lines<>();
        booked.forEach(it -> lines.add(by.apply(it), it.shown(), it.adding(), Figures::plus));
        return lines;
    }

    private static Booked booked(ResultSet row, LocalDate first) throws SQLException {
        LocalDate start = row.getObject("start", LocalDate.class);
        State state = State.of(row.getString("state"));
        Sums begun = Sums.of(row);
        Sums all = begun.plus(Sums.carried(row));
        return new Booked(
                new Line(
                        start,
                        row.getObject("hotel", Integer.class),
                        row.getString("channel"),
                        row.getString("currency")),
                row.getString("house"),
                Figures.of(state, all),
                Figures.of(state, start.equals(first) ? all : begun));
    }
}
