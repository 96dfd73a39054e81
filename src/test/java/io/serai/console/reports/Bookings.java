package io.serai.console.reports;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes bookings as whoever takes them does. */
final class Bookings {

    private Bookings() {}

    /** A room at a price a night. */
    static void book(
            JdbcClient sql,
            int hotel,
            String channel,
            LocalDate arrival,
            int nights,
            String price) {
        sql.sql(
                        """
                        with booking as (
                            insert into reservations (hotel_id, provider, number, status, currency, booked_at, arrival, departure, total)
                            values (:hotel, :channel, gen_random_uuid()::text, 'booked', 'EUR', now(), :arrival, cast(:arrival as date) + :nights, cast(:price as numeric) * :nights)
                            returning id),
                        room as (
                            insert into reservation_rooms (hotel_id, reservation_id, room_index, remote_room, adults, arrival, departure)
                            select :hotel, id, '1', 'R', 2, :arrival, cast(:arrival as date) + :nights from booking returning 1)
                        insert into reservation_nights (hotel_id, reservation_id, room_index, night, price)
                        select :hotel, id, '1', cast(:arrival as date) + n, cast(:price as numeric) from booking, generate_series(0, :nights - 1) n
                        """)
                .param("hotel", hotel)
                .param("channel", channel)
                .param("arrival", arrival)
                .param("nights", nights)
                .param("price", price)
                .update();
    }
}
