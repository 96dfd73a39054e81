package io.serai.delivery;

import io.serai.ari.Remote;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.function.ToIntFunction;

/** An ordered scan that is moved to a night when there is a row for it. */
final class NightCursor implements AutoCloseable {

    private static final int AT_ONCE = 4000;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private int range;
    private int day;
    private boolean used;

    private NightCursor(PreparedStatement statement) throws SQLException {
        this.statement = statement;
        this.rows = statement.executeQuery();
        next();
    }

    static NightCursor open(
            Connection connection, String sql, Nights nights, ToIntFunction<Remote> key)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(AT_ONCE);
        Integer[] keys =
                nights.remotes().stream()
                        .map(remote -> key.applyAsInt(remote))
                        .toArray(Integer[]::new);
        statement.setArray(1, connection.createArrayOf("int4", keys));
        statement.setArray(2, connection.createArrayOf("int4", nights.firsts().toArray()));
        statement.setArray(3, connection.createArrayOf("int4", nights.beyonds().toArray()));
        statement.setObject(4, LocalDate.ofEpochDay(Collections.min(nights.firsts())));
        statement.setObject(5, LocalDate.ofEpochDay(Collections.max(nights.beyonds())));
        return new NightCursor(statement);
    }

    /** The rows, moved to the night that {@link #at} was true for. */
    ResultSet rows() {
        return rows;
    }

    /** Whether there is a row for a night; nights are asked for in order. */
    boolean at(int wantedRange, int wantedDay) throws SQLException {
        if (used) {
            next();
        }
        used = range == wantedRange && day == wantedDay;
        return used;
    }

    private void next() throws SQLException {
        if (rows.next()) {
            range = rows.getInt(1) - 1;
            day = rows.getInt(2);
        } else {
            range = Integer.MAX_VALUE;
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
