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
 * the step ({@code over_…}).
 */
final class BookedDays {

    private static final String SQL =
            """
            select start, %2$s as hotel, %3$s as channel, currency, house,
                   sum(bookings)                  as bookings,
                   sum(rooms)                     as rooms,
                   sum(guests)                    as guests,
                   sum(nights)                    as nights,
                   sum(stay_nights)               as stay_nights,
                   sum(lead_days)                 as lead_days,
                   sum(commissioned)              as commissioned,
                   sum(unpriced)                  as unpriced,
                   sum(revenue)                   as revenue,
                   sum(value)                     as value,
                   sum(commission)                as commission,
                   sum(cancelled)                 as cancelled,
                   sum(cancelled_nights)          as cancelled_nights,
                   sum(cancelled_revenue)         as cancelled_revenue,
                   sum(no_show)                   as no_show,
                   coalesce(sum(over_bookings) filter (where day = start), 0) as over_bookings,
                   coalesce(sum(over_rooms) filter (where day = start), 0) as over_rooms,
                   coalesce(sum(over_guests) filter (where day = start), 0) as over_guests,
                   coalesce(sum(over_stay_nights) filter (where day = start), 0) as over_stay_nights,
                   coalesce(sum(over_lead_days) filter (where day = start), 0) as over_lead_days,
                   coalesce(sum(over_commissioned) filter (where day = start), 0) as over_commissioned,
                   coalesce(sum(over_cancelled) filter (where day = start), 0) as over_cancelled,
                   coalesce(sum(over_no_show) filter (where day = start), 0) as over_no_show
              from (select d.*, h.currency as house, %1$s as start
                      from report_days d join hotels h on h.id = d.hotel_id
                     where d.hotel_id = any (:hotels) and d.basis = :basis and d.day >= :from and d.day < :until
                       and (cast(:channel as text) is null or d.provider = :channel)) n
             group by 1, 2, 3, 4, 5
            having sum(bookings + cancelled + no_show + over_bookings + over_cancelled + over_no_show) > 0
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
                .param("basis", question.by().basis())
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
        Figures begun = Figures.of(row);
        Figures all = begun.plus(Figures.over(row));
        return new Booked(
                new Line(
                        start,
                        row.getObject("hotel", Integer.class),
                        row.getString("channel"),
                        row.getString("currency")),
                row.getString("house"),
                all,
                start.equals(first) ? all : begun);
    }
}
