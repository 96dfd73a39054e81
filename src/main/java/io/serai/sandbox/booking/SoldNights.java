package io.serai.sandbox.booking;

import io.serai.sandbox.ari.Sold;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the rooms of bookings night by night. */
final class SoldNights implements Sold {

    private final JdbcClient jdbc;

    SoldNights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SoldNight> nights(Collection<Long> rooms, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select r.room_id, night::date,
                               count(*) filter (where b.status = 'booked'),
                               count(*) filter (where b.status = 'cancelled')
                          from booking_room r
                          join booking b using (booking_id)
                         cross join generate_series(greatest(r.arrival, :from),
                                                    least(r.departure - 1, :to),
                                                    interval '1 day') as night
                         where r.room_id = any (:rooms::bigint[])
                           and r.arrival <= :to and r.departure > :from
                         group by r.room_id, night""")
                .param("rooms", rooms.toString().replace('[', '{').replace(']', '}'))
                .param("from", from)
                .param("to", to)
                .query(
                        (row, n) ->
                                new SoldNight(
                                        row.getLong(1),
                                        row.getObject(2, LocalDate.class),
                                        row.getInt(3),
                                        row.getInt(4)))
                .list();
    }
}
