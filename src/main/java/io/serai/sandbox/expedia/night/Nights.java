package io.serai.sandbox.expedia.night;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.SqlArrayValue;

/** What the channel holds night by night; a night without a row was never told. */
public final class Nights {

    private final JdbcTemplate jdbc;

    Nights(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public List<RoomNight> rooms(Collection<String> rooms, LocalDate from, LocalDate to) {
        return roomNights("", rooms, from, to);
    }

    /** As {@link #rooms}, and nobody else sells or sets them until the transaction's end. */
    public List<RoomNight> lockRooms(Collection<String> rooms, LocalDate from, LocalDate to) {
        return roomNights(" for update", rooms, from, to);
    }

    private List<RoomNight> roomNights(
            String tail, Collection<String> rooms, LocalDate from, LocalDate to) {
        return jdbc.query(
                """
                select room_id, night, coalesce(available, 0), sold, coalesce(closed, false)
                  from expedia_room_night
                 where room_id = any (?) and night between ? and ?
                 order by room_id, night"""
                        + tail,
                (row, n) ->
                        new RoomNight(
                                row.getString(1),
                                row.getObject(2, LocalDate.class),
                                row.getInt(3),
                                row.getInt(4),
                                row.getBoolean(5)),
                array("text", rooms),
                Date.valueOf(from),
                Date.valueOf(to));
    }

    /** Nights of rate plans, by their ids without suffix. */
    public List<PlanNight> plans(Collection<String> plans, LocalDate from, LocalDate to) {
        RowMapper<PlanNight> mapper = (row, n) -> planNight(row);
        return jdbc.query(
                """
                select * from expedia_plan_night
                 where plan_id = any (?) and night between ? and ? order by plan_id, night""",
                mapper,
                array("text", plans),
                Date.valueOf(from),
                Date.valueOf(to));
    }

    /** Sells and gives back rooms of nights; none falls below 0. */
    public void move(Collection<Move> moves) {
        jdbc.update(
                """
                update expedia_room_night as held
                   set available = greatest(0, coalesce(available, 0) - by),
                       sold      = greatest(0, sold + by)
                  from unnest(?, ?, ?) as moved (room, day, by)
                 where room_id = room and night = day""",
                array("text", moves.stream().map(Move::room).toList()),
                array("date", moves.stream().map(m -> Date.valueOf(m.night())).toList()),
                array("int4", moves.stream().map(Move::rooms).toList()));
    }

    private static SqlArrayValue array(String type, Collection<?> elements) {
        return new SqlArrayValue(type, elements.toArray());
    }

    private static PlanNight planNight(ResultSet row) throws SQLException {
        var rates = row.getArray("rates");
        List<@Nullable BigDecimal> told =
                rates == null ? List.of() : Arrays.asList((BigDecimal[]) rates.getArray());
        return new PlanNight(
                row.getString("plan_id"),
                row.getObject("night", LocalDate.class),
                told,
                row.getObject("closed", Boolean.class),
                row.getObject("min_los", Integer.class),
                row.getObject("max_los", Integer.class),
                row.getObject("cta", Boolean.class),
                row.getObject("ctd", Boolean.class),
                row.getObject("rate_change", Boolean.class));
    }
}
