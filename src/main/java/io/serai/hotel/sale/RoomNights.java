package io.serai.hotel.sale;

import io.serai.ari.RoomNight;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rooms of a hotel on some nights, as they are written. */
record RoomNights(Map<RoomCount.Night, RoomNight> nights) {

    private static final String SQL =
            """
            select room_type_id, night, offered, overbooking, sold, held_back, out_of_order, safety_stock, closed
              from rooms_to_sell where hotel_id = ? and night >= ? and night < ?
            """;

    static RoomNights read(JdbcClient session, int hotel, LocalDate from, LocalDate until) {
        var nights = new HashMap<RoomCount.Night, RoomNight>();
        session.sql(SQL)
                .params(hotel, from, until)
                .query(
                        row -> {
                            nights.put(
                                    new RoomCount.Night(
                                            row.getInt("room_type_id"),
                                            row.getObject("night", LocalDate.class)),
                                    new RoomNight(
                                            row.getInt("offered"),
                                            row.getInt("overbooking"),
                                            row.getInt("sold"),
                                            row.getInt("held_back"),
                                            row.getInt("out_of_order"),
                                            row.getInt("safety_stock"),
                                            row.getBoolean("closed")));
                        });
        return new RoomNights(nights);
    }

    RoomNight at(int roomType, LocalDate night) {
        return nights.getOrDefault(new RoomCount.Night(roomType, night), RoomNight.UNWRITTEN);
    }
}
