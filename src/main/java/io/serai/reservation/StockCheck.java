package io.serai.reservation;

import java.sql.Types;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what is sold from the reservations, and compares it with what each night says. */
@Component("stockCheck")
public class StockCheck {

    private static final Logger log = LoggerFactory.getLogger(StockCheck.class);

    private final JdbcClient jdbc;

    StockCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Compares hotels and writes a line of the log for each; returns the nights that differ.
     *
     * @param zone the time zone of the hotels; null: any
     */
    @Transactional
    public int run(@Header("Serai-Zone") @Nullable String zone) {
        var lines =
                jdbc.sql(
                                """
                                with differences as (
                                    select hotel_id, count(*) as nights,
                                           jsonb_agg(jsonb_build_object('room_type', room_type_id, 'night', night, 'counted', counted, 'reserved', reserved)
                                                     order by room_type_id, night) as detail
                                      from stock_differences group by hotel_id)
                                insert into ota_sync_logs (hotel_id, kind, name, outcome, detail)
                                select h.id, 'run', 'stock-check', case when d.hotel_id is null then 'equal' else 'differs' end, d.detail
                                  from hotels h left join differences d on d.hotel_id = h.id
                                 where cast(:zone as text) is null or h.time_zone = :zone
                                returning hotel_id, coalesce(jsonb_array_length(detail), 0) as nights
                                """)
                        .param("zone", zone, Types.VARCHAR)
                        .query(Line.class)
                        .list();
        lines.stream()
                .filter(line -> line.nights() > 0)
                .forEach(
                        line ->
                                log.error(
                                        "Hotel {}: {} nights say other than its reservations what is sold",
                                        line.hotelId(),
                                        line.nights()));
        return lines.stream().mapToInt(Line::nights).sum();
    }

    /** Sets what is sold to what the reservations of a hotel say; returns the nights corrected. */
    @Transactional
    public int repair(int hotelId) {
        jdbc.sql("select set_config('serai.actor', 'engine:stock-check', true)")
                .query(String.class)
                .single();
        // before the rows, as a reservation takes it
        long number = jdbc.sql("select serai_recount(?)").param(hotelId).query(Long.class).single();
        // a count that moves meanwhile would be overwritten by one counted before it moved
        jdbc.sql("lock table room_nights in share row exclusive mode").update();
        jdbc.sql(
                        """
                        insert into room_nights (room_type_id, night, hotel_id, offered)
                        select room_type_id, night, hotel_id, 0 from stock_differences where hotel_id = ?
                        on conflict do nothing
                        """)
                .param(hotelId)
                .update();
        return jdbc.sql(
                        """
                        update room_nights n set sold = d.reserved, counted_up_to = :number
                          from stock_differences d
                         where d.hotel_id = :hotel and n.room_type_id = d.room_type_id and n.night = d.night
                        """)
                .param("number", number)
                .param("hotel", hotelId)
                .update();
    }

    /** What the last comparison of each hotel said, as kept in the log. */
    record Line(int hotelId, int nights) {}
}
