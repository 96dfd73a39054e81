package io.serai.sandbox.booking;

import io.serai.sandbox.wire.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads bookings with their rooms, in two statements however many there are. */
final class BookingReader {

    private final JdbcClient jdbc;

    BookingReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The bookings that the rest of the statement, after {@code from booking b}, finds. */
    List<Booking> find(String rest, Object... params) {
        var stays = new HashMap<Long, List<Stay>>();
        var found =
                jdbc.sql("select b.* from booking b " + rest)
                        .params(params)
                        .query(
                                (row, n) -> {
                                    var rooms = new ArrayList<Stay>();
                                    stays.put(row.getLong("booking_id"), rooms);
                                    return booking(row, rooms);
                                })
                        .list();
        if (found.isEmpty()) {
            return found;
        }
        jdbc.sql(
                        "select * from booking_room where booking_id = any (?::bigint[]) order by"
                                + " booking_id, index_number")
                .param(stays.keySet().toString().replace('[', '{').replace(']', '}'))
                .query(
                        row -> {
                            stays.get(row.getLong("booking_id")).add(stay(row));
                        });
        return found;
    }

    private static Booking booking(ResultSet row, List<Stay> stays) throws SQLException {
        var card = row.getString("card");
        return new Booking(
                row.getLong("booking_id"),
                row.getLong("hotel_id"),
                row.getString("guest_ref"),
                row.getString("status").equals("cancelled"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("revision"),
                Feed.valueOf(row.getString("feed").toUpperCase(java.util.Locale.ROOT)),
                row.getObject("acknowledged_at") != null,
                row.getInt("next_index"),
                booker(row.getString("booker")),
                row.getString("remarks"),
                card == null ? null : Json.read(card, Card.class),
                row.getBoolean("vcc"),
                row.getObject("fee", Long.class),
                stays);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> booker(String json) {
        return Json.read(json, Map.class);
    }

    private static Stay stay(ResultSet row) throws SQLException {
        return new Stay(
                row.getInt("index_number"),
                row.getLong("room_id"),
                row.getLong("rate_id"),
                row.getString("shown_room"),
                row.getString("shown_rate"),
                row.getObject("arrival", LocalDate.class),
                row.getObject("departure", LocalDate.class),
                row.getInt("adults"),
                row.getInt("children"),
                row.getString("guest"),
                row.getString("comment"),
                Arrays.asList((Long[]) row.getArray("nightly").getArray()));
    }
}
