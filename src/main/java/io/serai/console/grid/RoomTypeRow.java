package io.serai.console.grid;

import io.serai.ari.RoomNight;
import io.serai.console.Hotel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A night of a room type, as the database has it.
 *
 * @param id the room type
 * @param size rooms of this type that the house has
 * @param written what the hotel set and reservations took
 */
public record RoomTypeRow(int id, String name, int size, LocalDate night, RoomNight written) {

    static final String SQL =
            """
            select t.id, t.name, t.size, d::date as night, n.offered, n.overbooking, n.sold, n.held_back, n.out_of_order,
                   n.safety_stock, n.closed
              from room_types t
              cross join generate_series(:from::date, :until::date - 1, interval '1 day') d
              left join rooms_to_sell n on n.room_type_id = t.id and n.night = d::date and n.night >= :from and n.night < :until
             where t.hotel_id = :hotel and t.id = any (:ids)
             order by t.name, t.id, d
            """;

    static RoomTypeRow of(ResultSet row) throws SQLException {
        int offered = row.getInt("offered");
        RoomNight written =
                row.wasNull()
                        ? RoomNight.UNWRITTEN
                        : new RoomNight(
                                offered,
                                row.getInt("overbooking"),
                                row.getInt("sold"),
                                row.getInt("held_back"),
                                row.getInt("out_of_order"),
                                row.getInt("safety_stock"),
                                row.getBoolean("closed"));
        return new RoomTypeRow(
                row.getInt("id"),
                row.getString("name"),
                row.getInt("size"),
                row.getObject("night", LocalDate.class),
                written);
    }

    /** The night as a grid shows it. */
    public Night night(Hotel hotel, List<Holding> held) {
        List<String> marks = new ArrayList<>();
        if (written.closed()) {
            marks.add("closed");
        }
        if (written.isOversold()) {
            marks.add("oversold");
        }
        String path = Night.path(hotel, NightKind.ROOMS, id, night);
        return new Night(
                "room-" + id + "-" + night,
                path,
                Integer.toString(written.left()),
                Integer.toString(written.offered()),
                marks,
                words(),
                written.closed(),
                path + "/story",
                held);
    }

    private String words() {
        StringBuilder words = new StringBuilder();
        words.append(written.left()).append(" left of ").append(written.offered());
        words.append(" offered, ").append(written.sold()).append(" sold");
        add(words, written.overbooking(), "may be overbooked");
        add(words, written.heldBack(), "held back");
        add(words, written.outOfOrder(), "out of order");
        add(words, written.safetyStock(), "kept as safety stock");
        return words.append("; the house has ").append(size).toString();
    }

    private static void add(StringBuilder words, int rooms, String what) {
        if (rooms > 0) {
            words.append(", ").append(rooms).append(' ').append(what);
        }
    }
}
