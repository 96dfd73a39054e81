package io.serai.hotel.night;

import io.serai.ari.Pricing;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a hotel sells, and which nights it keeps. */
@Repository
public class SoldRows {

    private static final String PRODUCTS =
            """
            select s.id, t.code as room_type, p.code as rate_plan, p.pricing, p.longest_stay, t.max_guests
              from products s join room_types t on t.id = s.room_type_id join rate_plans p on p.id = s.rate_plan_id
             where s.hotel_id = ? order by t.code, p.code
            """;

    private static final String ROOM_TYPES =
            """
            select id, code as room_type, null as rate_plan, 'per-day' as pricing, 1 as longest_stay, max_guests
              from room_types where hotel_id = ? order by code
            """;

    /** The nights of a hotel that this transaction sees. */
    public HotelNights of(JdbcClient database, int hotel, NightTable table) {
        List<Sold> all =
                database.sql(table == NightTable.RATES ? PRODUCTS : ROOM_TYPES)
                        .param(hotel)
                        .query(
                                (row, number) ->
                                        new Sold(
                                                row.getInt("id"),
                                                row.getString("room_type"),
                                                row.getString("rate_plan"),
                                                Pricing.of(row.getString("pricing")),
                                                row.getInt("longest_stay"),
                                                row.getInt("max_guests")))
                        .list();
        return database.sql(
                        "select serai_today(id) as today, serai_today(id) + horizon - 1 as last, currency from hotels where id = ?")
                .param(hotel)
                .query(
                        (row, number) ->
                                HotelNights.of(
                                        hotel,
                                        table,
                                        row.getObject("today", LocalDate.class),
                                        row.getObject("last", LocalDate.class),
                                        row.getString("currency"),
                                        all))
                .single();
    }
}
