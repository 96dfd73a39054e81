package io.serai.console.inventory;

import io.serai.console.Hotel;
import io.serai.console.Times;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which room types are closed when. */
@Repository
class ClosedNights {

    private static final int MOST = 30;

    /**
     * Nights in a row on which a room type is closed.
     *
     * @param nights the same for people
     */
    record Closure(int type, String name, LocalDate from, LocalDate to, String nights) {}

    /** Those to come, the first of them. */
    List<Closure> of(JdbcClient database, Hotel hotel, LocalDate today) {
        return database.sql(
                        """
                        select c.room_type_id, t.name, lower(r) as first, upper(r) - 1 as last
                          from (select room_type_id, range_agg(daterange(night, night + 1)) as nights from room_nights
                                 where room_type_id = any (array(select id from room_types where hotel_id = :hotel))
                                   and night between :today and :last and closed
                                 group by 1) c
                          join room_types t on t.id = c.room_type_id, unnest(c.nights) r
                         order by 3, 2 limit :most
                        """)
                .param("hotel", hotel.id())
                .param("today", today)
                .param("last", today.plusDays(hotel.horizon() - 1L))
                .param("most", MOST)
                .query(
                        (row, number) -> {
                            LocalDate from = row.getObject("first", LocalDate.class);
                            LocalDate to = row.getObject("last", LocalDate.class);
                            return new Closure(
                                    row.getInt("room_type_id"),
                                    row.getString("name"),
                                    from,
                                    to,
                                    Times.nights(from, to));
                        })
                .list();
    }
}
