package io.serai.hotel.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads nights of a hotel as they are written, few of them in memory at a time. */
@Component
public class NightsReader {

    private static final int FETCH = 2000;
    private static final String ROOMS_TO_SELL =
            " join rooms_to_sell s on s.room_type_id = n.room_type_id and s.night = n.night and s.night between ? and ?";

    private final JdbcTemplate database;

    NightsReader(@Qualifier("appDataSource") DataSource database) {
        this.database = new JdbcTemplate(database);
        this.database.setFetchSize(FETCH);
    }

    /**
     * Gives the written nights in the order of what is sold and of the nights, in the caller's
     * transaction.
     *
     * @param ids the keys of what is meant
     * @param to the last night, included
     */
    public void each(
            HotelNights hotel,
            Collection<Integer> ids,
            LocalDate from,
            LocalDate to,
            Consumer<NightContent> each) {
        NightColumns columns = new NightColumns(hotel);
        boolean rooms = hotel.table() == NightTable.ROOMS;
        String sql =
                "select n.%s as id, n.night, %s from %s n%s where n.%1$s = any (?) and n.night between ? and ? order by 1, 2"
                        .formatted(
                                hotel.table().key(),
                                new NightSql(hotel.table()).columns("n")
                                        + (rooms ? ", n.sold, s.rooms_left" : ""),
                                hotel.table().table(),
                                rooms ? ROOMS_TO_SELL : "");
        Integer[] keys = ids.toArray(Integer[]::new);
        database.query(
                sql,
                row -> {
                    each.accept(columns.content(row, "", rooms ? rooms(row) : Map.of()));
                },
                rooms ? new Object[] {from, to, keys, from, to} : new Object[] {keys, from, to});
    }

    private static Map<String, Integer> rooms(ResultSet row) throws SQLException {
        Map<String, Integer> rooms = new LinkedHashMap<>();
        rooms.put("sold", row.getInt("sold"));
        rooms.put("left", row.getInt("rooms_left"));
        return rooms;
    }

    /** One night, where somebody wrote it. */
    public Optional<NightContent> one(HotelNights hotel, int id, LocalDate night) {
        NightContent[] found = new NightContent[1];
        each(hotel, List.of(id), night, night, content -> found[0] = content);
        return Optional.ofNullable(found[0]);
    }

    /** A night that nobody wrote. */
    public NightContent unwritten(HotelNights hotel, Sold sold, LocalDate night) {
        Map<NightField, NightValue> values = new LinkedHashMap<>();
        for (NightField field : hotel.table().fields()) {
            values.put(
                    field,
                    field.unwritten().equals("null") ? NightValue.NONE : new NightValue.Count(0));
        }
        return new NightContent(sold, night, values, Map.of());
    }
}
