package io.serai.console.grid;

import io.serai.ari.Cell;
import io.serai.ari.Field;
import io.serai.ari.Held;
import io.serai.ari.Remote;
import io.serai.delivery.price.PriceColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What channels hold of some nights. */
final class HeldRows {

    private final Map<Key, Held> held = new HashMap<>();

    private record Key(int remote, LocalDate night) {}

    static HeldRows read(
            JdbcClient database, Collection<Remote> remotes, LocalDate from, LocalDate until) {
        HeldRows rows = new HeldRows();
        Map<Integer, Remote> byId =
                remotes.stream().collect(Collectors.toMap(Remote::id, remote -> remote));
        database.sql(
                        """
                        select remote_id, night, unknown, rooms, room_closed, closed, min_through, max_through,
                               min_arrival, max_arrival, cta, ctd, prices
                          from held_nights where remote_id = any (?) and night >= ? and night < ?
                        """)
                .params(byId.keySet().toArray(Integer[]::new), from, until)
                .query(
                        row -> {
                            int id = row.getInt("remote_id");
                            rows.held.put(
                                    new Key(id, row.getObject("night", LocalDate.class)),
                                    held(row, byId.get(id)));
                        });
        return rows;
    }

    /** What a channel holds, also when that is nothing. */
    Held of(Remote remote, LocalDate night) {
        Held found = held.get(new Key(remote.id(), night));
        return found == null ? Held.nothing(remote) : found;
    }

    private static Held held(ResultSet row, Remote remote) throws SQLException {
        Cell cell = Cell.empty(remote.prices());
        for (Field field : Field.values()) {
            String column = field.word().replace('-', '_');
            int value =
                    switch (field) {
                        case ROOM_CLOSED, CLOSED, CTA, CTD -> row.getBoolean(column) ? 1 : 0;
                        default -> row.getInt(column);
                    };
            if (!row.wasNull()) {
                cell.set(field, value);
            }
        }
        long[] prices = PriceColumn.of(row.getArray("prices"));
        for (int position = 0; position < Math.min(prices.length, cell.prices()); position++) {
            cell.price(position, prices[position]);
        }
        return new Held(cell, row.getInt("unknown"));
    }
}
