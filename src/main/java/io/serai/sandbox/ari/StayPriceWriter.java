package io.serai.sandbox.ari;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes totals by length of stay, and offsets by number of persons. */
final class StayPriceWriter {

    private static final String STAYS =
            """
            insert into los_price (room_id, rate_id, arrival, persons, prices)
            values (?, ?, ?, ?, ?::bigint[])
            on conflict (room_id, rate_id, arrival, persons) do update
               set prices = excluded.prices""";

    private static final String FORGET =
            """
            delete from occupancy_offset where room_id = ? and rate_id = ? and persons = ?
               and first_night = ? and last_night = ?""";

    private static final String OFFSETS =
            """
            insert into occupancy_offset (room_id, rate_id, persons, first_night, last_night, amount)
            values (?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;

    StayPriceWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<Target> accepted) {
        var seen = new HashSet<List<Object>>();
        var stays =
                accepted.stream()
                        .filter(t -> t.update().ask() instanceof Ask.OfStays)
                        .map(t -> row(t, (Ask.OfStays) t.update().ask()))
                        .filter(row -> seen.add(List.of(row[0], row[1], row[2], row[3])))
                        .toList();
        jdbc.batchUpdate(STAYS, stays);
        var offsets =
                accepted.stream()
                        .filter(t -> t.update().ask() instanceof Ask.OfOffset)
                        .map(t -> row(t, (Ask.OfOffset) t.update().ask()))
                        .toList();
        jdbc.batchUpdate(
                FORGET,
                offsets.stream().map(row -> java.util.Arrays.copyOf(row, row.length - 1)).toList());
        jdbc.batchUpdate(OFFSETS, offsets);
    }

    private static Object[] row(Target target, Ask.OfStays stays) {
        var update = target.update();
        var totals =
                stays.totals().stream()
                        .map(total -> minor(target, total))
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", "{", "}"));
        return new Object[] {update.room(), rate(target), update.from(), stays.persons(), totals};
    }

    private static Object[] row(Target target, Ask.OfOffset offset) {
        var update = target.update();
        return new Object[] {
            update.room(),
            rate(target),
            offset.persons(),
            update.from(),
            update.to(),
            java.util.Objects.requireNonNull(minor(target, offset.amount()))
        };
    }

    private static long rate(Target target) {
        return java.util.Objects.requireNonNull(target.rate(), "rate").id();
    }

    private static @Nullable Long minor(Target target, @Nullable BigDecimal amount) {
        return amount == null
                ? null
                : amount.movePointRight(target.hotel().decimals()).longValueExact();
    }
}
