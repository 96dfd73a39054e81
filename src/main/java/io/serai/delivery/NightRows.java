package io.serai.delivery;

import io.serai.ari.Cell;
import io.serai.ari.Field;
import io.serai.ari.Held;
import io.serai.ari.RateNight;
import io.serai.ari.Remote;
import io.serai.ari.RoomNight;
import io.serai.ari.Steps;
import io.serai.ari.price.WrittenNight;
import io.serai.delivery.price.HotelPrices;
import io.serai.delivery.price.PriceColumn;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks ranges of nights with what the hotel set and what the channel holds side by side: two
 * ordered index scans, so that the cost follows the ranges and never the size of the hotel. Where a
 * rate's price is made from those of other products, each level above it is one more such scan. The
 * bounds over all ranges stand in the statement by themselves: by them the planner leaves out the
 * months that are not looked at, which costs less than planning for all of them.
 */
final class NightRows implements AutoCloseable {

    private static final String RANGES =
            """
            from unnest(?::int[], ?::int[], ?::int[]) with ordinality as w (source, first, beyond, range)
            cross join lateral (
                  select n.*, n.night - date '1970-01-01' as day from %s n
                   where n.%s = w.source and n.night >= date '1970-01-01' + w.first and n.night < date '1970-01-01' + w.beyond
                     and n.night >= ? and n.night < ?) n
            order by w.range, n.day
            """;

    private static final String ROOMS =
            "select w.range, n.day, n.offered, n.overbooking, n.sold, n.held_back, n.out_of_order,"
                    + " n.safety_stock, n.closed "
                    + RANGES.formatted("rooms_to_sell", "room_type_id");

    private static final String RATES =
            "select w.range, n.day, n.closed, n.cta, n.ctd, n.min_through, n.max_through,"
                    + " n.min_arrival, n.max_arrival, n.prices, n.hand_prices "
                    + RANGES.formatted("rate_nights", "product_id");

    private static final String HELD =
            "select w.range, n.day, n.unknown, n.rooms, n.room_closed, n.closed, n.min_through,"
                    + " n.max_through, n.min_arrival, n.max_arrival, n.cta, n.ctd, n.prices, n.stood "
                    + RANGES.formatted("held_nights", "remote_id");

    private static final Field[] HELD_FIELDS = Field.values();
    private static final int FIRST_HELD = 4;

    private final Nights nights;
    private final @Nullable HotelPrices prices;
    private final List<NightCursor> set;
    private final NightCursor held;

    private NightRows(
            Nights nights, @Nullable HotelPrices prices, List<NightCursor> set, NightCursor held) {
        this.nights = nights;
        this.prices = prices;
        this.set = set;
        this.held = held;
    }

    /**
     * Opens the walk on a connection whose transaction stays open until it is closed.
     *
     * @param prices how the hotel prices rates; null to walk rooms
     */
    static NightRows open(Connection connection, Nights nights, @Nullable HotelPrices prices)
            throws SQLException {
        List<NightCursor> set = new ArrayList<>();
        set.add(
                NightCursor.open(
                        connection, prices == null ? ROOMS : RATES, nights, Remote::source));
        if (prices != null) {
            int depth = nights.remotes().stream().mapToInt(prices::depth).max().orElse(0);
            for (int level = 1; level <= depth; level++) {
                int above = level;
                set.add(
                        NightCursor.open(
                                connection, RATES, nights, remote -> prices.above(remote, above)));
            }
        }
        return new NightRows(
                nights, prices, set, NightCursor.open(connection, HELD, nights, Remote::id));
    }

    /** Hands each night of each range, in order, to whoever looks at it. */
    void forEach(Looker looker) throws SQLException {
        for (int range = 0; range < nights.size(); range++) {
            Remote remote = nights.remotes().get(range);
            for (int day = nights.firsts().get(range); day < nights.beyonds().get(range); day++) {
                Object night = prices == null ? room(range, day) : rate(range, day, prices);
                Held holds = held.at(range, day) ? held(remote) : Held.nothing(remote);
                looker.look(remote, day, night, holds);
            }
        }
    }

    private RoomNight room(int range, int day) throws SQLException {
        NightCursor written = set.get(0);
        if (!written.at(range, day)) {
            return RoomNight.UNWRITTEN;
        }
        ResultSet row = written.rows();
        return new RoomNight(
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getBoolean(9));
    }

    private RateNight rate(int range, int day, HotelPrices prices) throws SQLException {
        int product = nights.remotes().get(range).source();
        List<WrittenNight> line = new ArrayList<>(set.size());
        for (NightCursor written : set) {
            line.add(written.at(range, day) ? written(written.rows()) : WrittenNight.UNWRITTEN);
        }
        return prices.night(product, day, line, Steps.NOBODY);
    }

    private static WrittenNight written(ResultSet row) throws SQLException {
        return new WrittenNight(
                row.getBoolean(3),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                PriceColumn.of(row.getArray(10)),
                PriceColumn.of(row.getArray(11)));
    }

    private Held held(Remote remote) throws SQLException {
        ResultSet row = held.rows();
        Cell cell = Cell.empty(remote.prices());
        for (Field field : HELD_FIELDS) {
            int column = FIRST_HELD + field.ordinal();
            boolean flag = isFlag(field);
            int value = flag ? (row.getBoolean(column) ? 1 : 0) : row.getInt(column);
            if (!row.wasNull()) {
                cell.set(field, value);
            }
        }
        long[] prices = PriceColumn.of(row.getArray(FIRST_HELD + HELD_FIELDS.length));
        for (int position = 0; position < Math.min(prices.length, cell.prices()); position++) {
            cell.price(position, prices[position]);
        }
        Array stood = row.getArray(FIRST_HELD + HELD_FIELDS.length + 1);
        return stood == null
                ? new Held(cell, row.getInt(3))
                : new Held(cell, row.getInt(3), PriceColumn.of(stood));
    }

    static boolean isFlag(Field field) {
        return switch (field) {
            case ROOM_CLOSED, CLOSED, CTA, CTD -> true;
            default -> false;
        };
    }

    @Override
    public void close() throws SQLException {
        for (NightCursor written : set) {
            written.close();
        }
        held.close();
    }

    /** Looks at a night. */
    @FunctionalInterface
    interface Looker {

        /**
         * @param night the {@link RoomNight} or resulting {@link RateNight}
         */
        void look(Remote remote, int day, Object night, Held held);
    }
}
