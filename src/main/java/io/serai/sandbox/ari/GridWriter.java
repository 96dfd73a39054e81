package io.serai.sandbox.ari;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/** Writes nights of a request, all rooms in one statement and all rates in one. */
final class GridWriter {

    private static final String ROOMS =
            """
            insert into room_night (room_id, night, rooms_left, closed)
            select * from unnest(?::bigint[], ?::date[], ?::int[], ?::int[])
            on conflict (room_id, night) do update
               set rooms_left = coalesce(excluded.rooms_left, room_night.rooms_left),
                   closed     = coalesce(excluded.closed, room_night.closed)""";

    private static final String RATES =
            """
            insert into rate_night as old (room_id, rate_id, night, prices, closed, min_through,
                   max_through, min_arrival, max_arrival, exact_arrival, cta, ctd, min_advance,
                   max_advance)
            select room, rate, night, prices::bigint[], closed, mint, maxt, mina, maxa, exact, cta,
                   ctd, minadv, maxadv
              from unnest(?::bigint[], ?::bigint[], ?::date[], ?::text[], ?::int[], ?::int[],
                          ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[],
                          ?::int[])
                as told (room, rate, night, prices, closed, mint, maxt, mina, maxa, exact, cta,
                         ctd, minadv, maxadv)
            on conflict (room_id, rate_id, night) do update
               set prices = case
                       when excluded.prices is null then old.prices
                       when old.prices is null then excluded.prices
                       else (select array_agg(coalesce(fresh, stale) order by n)
                               from unnest(excluded.prices, old.prices)
                                    with ordinality as both_sides (fresh, stale, n)) end,
                   closed        = coalesce(excluded.closed, old.closed),
                   min_through   = coalesce(excluded.min_through, old.min_through),
                   max_through   = coalesce(excluded.max_through, old.max_through),
                   min_arrival   = coalesce(excluded.min_arrival, old.min_arrival),
                   max_arrival   = coalesce(excluded.max_arrival, old.max_arrival),
                   exact_arrival = coalesce(excluded.exact_arrival, old.exact_arrival),
                   cta           = coalesce(excluded.cta, old.cta),
                   ctd           = coalesce(excluded.ctd, old.ctd),
                   min_advance   = coalesce(excluded.min_advance, old.min_advance),
                   max_advance   = coalesce(excluded.max_advance, old.max_advance)""";

    private static final List<Field> RATE_FIELDS =
            List.of(
                    Field.CLOSED,
                    Field.MIN_THROUGH,
                    Field.MAX_THROUGH,
                    Field.MIN_ARRIVAL,
                    Field.MAX_ARRIVAL,
                    Field.EXACT_ARRIVAL,
                    Field.CTA,
                    Field.CTD,
                    Field.MIN_ADVANCE,
                    Field.MAX_ADVANCE);

    private final JdbcTemplate jdbc;

    GridWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows are written in the order of their keys, as guests take them. */
    void write(SortedMap<CellKey, Cell> cells) {
        var rooms = cells.keySet().stream().filter(key -> key.rate() == 0).toList();
        var rates = cells.keySet().stream().filter(key -> key.rate() != 0).toList();
        if (!rooms.isEmpty()) {
            jdbc.update(
                    ROOMS,
                    array("bigint", rooms.stream().map(CellKey::room).toArray()),
                    nights(rooms),
                    values(cells, rooms, Field.ROOMS_LEFT),
                    values(cells, rooms, Field.CLOSED));
        }
        if (!rates.isEmpty()) {
            var columns = new ArrayList<Object>();
            columns.add(array("bigint", rates.stream().map(CellKey::room).toArray()));
            columns.add(array("bigint", rates.stream().map(CellKey::rate).toArray()));
            columns.add(nights(rates));
            columns.add(
                    array("text", rates.stream().map(k -> cells.get(k).priceLiteral()).toArray()));
            RATE_FIELDS.forEach(field -> columns.add(values(cells, rates, field)));
            jdbc.update(RATES, columns.toArray());
        }
    }

    private static SqlArrayValue nights(List<CellKey> keys) {
        return array("date", keys.stream().map(key -> Date.valueOf(key.night())).toArray());
    }

    private static SqlArrayValue values(
            SortedMap<CellKey, Cell> cells, List<CellKey> keys, Field field) {
        return array("int4", keys.stream().map(key -> cells.get(key).get(field)).toArray());
    }

    private static SqlArrayValue array(String type, @Nullable Object[] elements) {
        return new SqlArrayValue(type, elements);
    }
}
