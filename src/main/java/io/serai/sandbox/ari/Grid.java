package io.serai.sandbox.ari;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the channel holds night by night; a night without a row was never told. */
public final class Grid {

    private final JdbcClient jdbc;

    Grid(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<RoomNight> rooms(Collection<Long> rooms, LocalDate from, LocalDate to) {
        return roomNights("order by room_id, night", rooms, from, to);
    }

    /** As {@link #rooms}, and nobody else takes or sets them until the transaction's end. */
    public List<RoomNight> lockRooms(Collection<Long> rooms, LocalDate from, LocalDate to) {
        return roomNights("order by room_id, night for update", rooms, from, to);
    }

    private List<RoomNight> roomNights(
            String tail, Collection<Long> rooms, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        "select room_id, night, coalesce(rooms_left, 0), coalesce(closed, 0) = 1"
                                + " from room_night where room_id = any (?::bigint[]) and night"
                                + " between ? and ? "
                                + tail)
                .params(literal(rooms), from, to)
                .query(
                        (row, n) ->
                                new RoomNight(
                                        row.getLong(1),
                                        row.getObject(2, LocalDate.class),
                                        row.getInt(3),
                                        row.getBoolean(4)))
                .list();
    }

    public List<RateNight> rates(Collection<Long> rooms, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select * from rate_night
                         where room_id = any (?::bigint[]) and night between ? and ?
                         order by room_id, rate_id, night""")
                .params(literal(rooms), from, to)
                .query((row, n) -> rateNight(row))
                .list();
    }

    /** Takes and gives back rooms of nights; an unlimited count stays, none falls below 0. */
    public void move(Collection<Move> moves) {
        jdbc.sql(
                        """
                        update room_night as held
                           set rooms_left = greatest(0, least(254, coalesce(rooms_left, 0) + by))
                          from unnest(?::bigint[], ?::date[], ?::int[]) as moved (room, day, by)
                         where room_id = room and night = day
                           and rooms_left is distinct from 255""")
                .params(
                        literal(moves.stream().map(Move::room).toList()),
                        literal(moves.stream().map(Move::night).toList()),
                        literal(moves.stream().map(Move::rooms).toList()))
                .update();
    }

    private static String literal(Collection<?> ids) {
        return ids.toString().replace('[', '{').replace(']', '}');
    }

    private static RateNight rateNight(ResultSet row) throws SQLException {
        return new RateNight(
                row.getLong("room_id"),
                row.getLong("rate_id"),
                row.getObject("night", LocalDate.class),
                prices(row.getArray("prices")),
                row.getInt("closed") == 1,
                row.getInt("min_through"),
                row.getInt("max_through"),
                row.getInt("min_arrival"),
                row.getInt("max_arrival"),
                row.getInt("exact_arrival"),
                row.getInt("cta") == 1,
                row.getInt("ctd") == 1,
                row.getInt("min_advance"),
                row.getInt("max_advance"));
    }

    private static List<@Nullable Long> prices(@Nullable Array prices) throws SQLException {
        return prices == null ? List.of() : Arrays.asList((Long[]) prices.getArray());
    }
}
