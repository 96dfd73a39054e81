package io.serai.delivery;

import io.serai.ari.Field;
import io.serai.ari.Remote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What a channel shows of rooms and rates that mean something here, value by value. */
final class ReadBackCells {

    private final Map<Key, Integer> remotes = new HashMap<>();
    private final List<Integer> remote = new ArrayList<>();
    private final List<LocalDate> night = new ArrayList<>();
    private final List<String> field = new ArrayList<>();
    private final List<Integer> bit = new ArrayList<>();
    private final List<Integer> value = new ArrayList<>();

    private record Key(String room, @Nullable String rate) {}

    private ReadBackCells(List<Remote> known) {
        known.forEach(it -> remotes.put(new Key(it.room(), it.rate()), it.id()));
    }

    static ReadBackCells of(List<Remote> known, ShownNights shown) {
        ReadBackCells cells = new ReadBackCells(known);
        shown.days().forEach(cells::add);
        return cells;
    }

    private void add(ShownNights.Day day) {
        Key room = new Key(day.room(), null);
        add(room, day.night(), Field.ROOMS, day.rooms());
        add(room, day.night(), Field.ROOM_CLOSED, flag(day.closed()));
        for (ShownNights.Rate rate : day.rates()) {
            Key key = new Key(day.room(), rate.rate());
            add(key, day.night(), Field.CLOSED, flag(rate.closed()));
            add(key, day.night(), Field.MIN_THROUGH, rate.minThrough());
        }
    }

    private void add(Key key, LocalDate date, Field of, @Nullable Integer shown) {
        Integer known = remotes.get(key);
        if (known != null && shown != null) {
            remote.add(known);
            night.add(date);
            field.add(of.word());
            bit.add(of.bit());
            value.add(shown);
        }
    }

    private static @Nullable Integer flag(@Nullable Boolean shown) {
        return shown == null ? null : Integer.valueOf(shown ? 1 : 0);
    }

    /** How many values. */
    int size() {
        return value.size();
    }

    /** Hands them to a statement that unnests them as remote, night, field, bit, shown. */
    StatementSpec in(StatementSpec statement) {
        return statement
                .param("remotes", remote.toArray(Integer[]::new))
                .param("nights", night.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("fields", field.toArray(String[]::new))
                .param("bits", bit.toArray(Integer[]::new))
                .param("shown", value.toArray(Integer[]::new));
    }
}
