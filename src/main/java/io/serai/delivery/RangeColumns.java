package io.serai.delivery;

import static java.util.Comparator.naturalOrder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.ari.Cell;
import io.serai.ari.Field;
import io.serai.ari.Range;
import io.serai.ari.Terms;
import io.serai.channel.ChannelDefinition;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Ranges as columns of arrays, so that one statement writes them all. */
final class RangeColumns {

    /** One row v for each night of each range: remote, day and the bits of its fields. */
    static final String NIGHTS =
            """
             from unnest(:remotes::int[], :firsts::int[], :lasts::int[], :weekdays::int[], :fields::int[])
                  v (remote, first, last, weekdays, bits)
            cross join lateral generate_series(v.first, v.last) day
            where v.weekdays is null or v.weekdays & (1 << (day + 3) % 7) <> 0
            """;

    private final List<Range> ranges;

    RangeColumns(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * Adds which rooms or rates, which nights and which fields; and the earliest and the latest
     * night of all: a statement that names them is planned for their months alone.
     */
    StatementSpec places(StatementSpec statement) {
        return statement
                .param("remotes", column(range -> range.remote().id()))
                .param("firsts", column(Range::first))
                .param("lasts", column(Range::last))
                .param("weekdays", column(Range::weekdays))
                .param("fields", column(Range::fields))
                .param(
                        "earliest",
                        ranges.stream().map(Range::from).min(naturalOrder()).orElseThrow())
                .param("latest", ranges.stream().map(Range::to).max(naturalOrder()).orElseThrow());
    }

    /**
     * Adds the values, each null where a range does not carry it, and whether the prices replace
     * all that were held.
     */
    StatementSpec values(StatementSpec statement, ChannelDefinition channel) {
        StatementSpec with =
                statement.param(
                        "whole",
                        ranges.stream()
                                .map(range -> Terms.replacesPrices(channel, range.remote()))
                                .toArray(Boolean[]::new));
        for (Field field : Field.values()) {
            String name = field.word().replace("-", "_");
            Function<Range, Object> value =
                    range -> range.values().has(field) ? range.values().get(field) : null;
            with =
                    NightRows.isFlag(field)
                            ? with.param(name, flags(field))
                            : with.param(name, ranges.stream().map(value).toArray(Integer[]::new));
        }
        return with.param(
                "prices", ranges.stream().map(RangeColumns::prices).toArray(String[]::new));
    }

    /** Adds what is sent as the messages say it. */
    StatementSpec sent(StatementSpec statement, PushMessage message, ObjectMapper json) {
        return statement.param(
                "sent",
                ranges.stream()
                        .map(range -> text(json, message.values(range)))
                        .toArray(String[]::new));
    }

    private Boolean[] flags(Field field) {
        return ranges.stream()
                .map(Range::values)
                .map(cell -> cell.has(field) ? Boolean.valueOf(cell.get(field) == 1) : null)
                .toArray(Boolean[]::new);
    }

    /** An array in PostgreSQL's text form; null where the range carries no price. */
    private static String prices(Range range) {
        Cell cell = range.values();
        boolean none =
                LongStream.range(0, cell.prices())
                        .allMatch(position -> cell.price((int) position) == Cell.NONE);
        if (none) {
            return null;
        }
        return LongStream.range(0, cell.prices())
                .map(position -> cell.price((int) position))
                .mapToObj(price -> price == Cell.NONE ? "null" : Long.toString(price))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String text(ObjectMapper json, Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("values could not be written: " + e.getMessage(), e);
        }
    }

    private Integer[] column(Function<Range, Integer> value) {
        return ranges.stream().map(value).toArray(Integer[]::new);
    }
}
