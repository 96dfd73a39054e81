package io.serai.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads pick-up: what the bookings of the latest days brought to the nights of a period, less what
 * cancellations in those days took of older bookings. A booking that was made and cancelled in
 * those days is neither. Changes of bookings are not told apart from them.
 *
 * <p>The bounds are plain columns: under row-level security an index is not asked for the value of
 * an expression over another table.
 */
final class PickUps {

    private static final String SQL =
            """
            with today as materialized (
                select id, day, day - cast(:days as integer) as before
                  from (select id, (cast(:now as timestamptz) at time zone time_zone)::date as day from hotels where id = any (:hotels)) h),
            moved as (
                select b.*, 1 as sign
                  from today t join report_bookings b on b.hotel_id = t.id and b.booked_on > t.before and b.booked_on <= t.day
                 where b.state <> 'cancelled' or b.cancelled_on > t.day
                union all
                select b.*, -1
                  from today t
                  join report_bookings b on b.hotel_id = t.id and b.state = 'cancelled'
                                        and b.cancelled_on > t.before and b.cancelled_on <= t.day
                 where b.booked_on <= t.before),
            nights as (
                select m.hotel_id, m.provider, m.currency, m.arrival + (u.n - 1)::integer as day, m.sign * u.rooms as rooms, m.sign * u.revenue as revenue
                  from moved m cross join lateral unnest(m.night_rooms, m.night_revenue) with ordinality u (rooms, revenue, n)
                 where cast(:channel as text) is null or m.provider = :channel)
            select %1$s as start, %2$s as hotel, %3$s as channel, currency, sum(rooms) as nights, sum(revenue) as revenue
              from nights
             where day >= :from and day < :until
             group by 1, 2, 3, 4
            """;

    private PickUps() {}

    static SortedMap<Line, PickedUp> read(JdbcClient session, ReportQuestion question) {
        SortedMap<Line, PickedUp> lines = new TreeMap<>();
        session.sql(
                        SQL.formatted(
                                question.each().sql(),
                                question.perHotel() ? "hotel_id" : "null::integer",
                                question.perChannel() ? "provider" : "null::text"))
                .params(question.parameters())
                .param("now", OffsetDateTime.ofInstant(question.now(), ZoneOffset.UTC))
                .param("days", question.pickUp())
                .param("channel", question.channel())
                .query(
                        row -> {
                            lines.put(
                                    new Line(
                                            row.getObject("start", LocalDate.class),
                                            row.getObject("hotel", Integer.class),
                                            row.getString("channel"),
                                            row.getString("currency")),
                                    new PickedUp(
                                            row.getLong("nights"), row.getBigDecimal("revenue")));
                        });
        return lines;
    }
}
