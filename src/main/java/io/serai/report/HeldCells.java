package io.serai.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is kept of nights of rates and rooms, each at its place: read in one go, without joining or
 * ordering anything, since there are a hundred thousand of them.
 */
final class HeldCells {

    private static final String SQL =
            """
            select h.remote_id, h.night - cast(:from as date) as day, h.prices[1] as first, h.prices[:guests] as own, h.prices[:guests + 1] as more,
                   h.unknown, h.attempt_id, h.closed::integer as closed, h.min_through, h.rooms, h.room_closed::integer as room_closed
              from held_nights h
             where h.remote_id = any (:remotes) and h.night >= :from and h.night < :until
            """;

    private final Map<Integer, Cell[]> cells = new HashMap<>();
    private final Set<Long> attempts = new HashSet<>();
    private final Period period;

    private HeldCells(Period period) {
        this.period = period;
    }

    /**
     * A night of a rate or of a room.
     *
     * @param first the first of its prices, in minor units; null: none was told
     * @param own that for the guests asked about, where each number has its own
     * @param more the one after that
     * @param unknown the bits of what is not known
     * @param attempt that told it last; 0: none
     * @param closed 1: yes; null: never told
     */
    record Cell(
            @Nullable Long first,
            @Nullable Long own,
            @Nullable Long more,
            int unknown,
            long attempt,
            @Nullable Integer closed,
            @Nullable Integer leastStay,
            @Nullable Integer rooms,
            @Nullable Integer roomClosed) {

        /** The price at a place of its layout. */
        @Nullable Long price(int position, int guests) {
            return position == guests ? more : position == guests - 1 ? own : first;
        }
    }

    /**
     * Those of rates and their rooms.
     *
     * @param nights those that are wanted alone; null: all of the period
     * @param most nights of rates at most
     */
    static HeldCells read(
            JdbcClient session,
            ReportQuestion question,
            List<HeldRate> rates,
            @Nullable Set<LocalDate> nights,
            int most) {
        HeldCells all = new HeldCells(question.period());
        Integer[] rooms =
                rates.stream()
                        .map(HeldRate::room)
                        .filter(room -> room != null)
                        .distinct()
                        .toArray(Integer[]::new);
        session.sql(
                        SQL
                                + (nights == null ? "" : " and h.night = any (:nights::date[])")
                                + " limit :most")
                .params(question.parameters())
                .param("guests", question.guests())
                .param(
                        "remotes",
                        Stream.concat(rates.stream().map(HeldRate::rate), Stream.of(rooms))
                                .toArray(Integer[]::new))
                .param(
                        "nights",
                        nights == null
                                ? null
                                : nights.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("most", most + (long) rooms.length * all.days())
                .query(
                        row -> {
                            all.add(row);
                        });
        return all;
    }

    private void add(ResultSet row) throws SQLException {
        Cell cell =
                new Cell(
                        number(row, 3),
                        number(row, 4),
                        number(row, 5),
                        row.getInt(6),
                        row.getLong(7),
                        small(row, 8),
                        small(row, 9),
                        small(row, 10),
                        small(row, 11));
        cells.computeIfAbsent(row.getInt(1), it -> new Cell[days()])[row.getInt(2)] = cell;
        if (cell.attempt != 0) {
            attempts.add(cell.attempt);
        }
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Integer small(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    /** A night of a rate or room; null where nothing was ever told of it. */
    @Nullable Cell at(@Nullable Integer remote, LocalDate night) {
        Cell[] its = remote == null ? null : cells.get(remote);
        return its == null ? null : its[(int) ChronoUnit.DAYS.between(period.from(), night)];
    }

    /** The messages that told them last. */
    Set<Long> attempts() {
        return attempts;
    }

    private int days() {
        return (int) ChronoUnit.DAYS.between(period.from(), period.until());
    }
}
