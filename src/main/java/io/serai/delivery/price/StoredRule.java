package io.serai.delivery.price;

import io.serai.ari.price.Seasons;
import io.serai.ari.price.Span;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price rule of a hotel.
 *
 * @param id its key
 * @param position in the order of the hotel's rules
 * @param content what it says
 */
public record StoredRule(int id, int position, RuleContent content) {

    static final String SQL =
            """
            select r.*, (select array_agg(lower(s) order by s) from unnest(r.seasons) s) as froms,
                   (select array_agg(upper(s) - 1 order by s) from unnest(r.seasons) s) as tos
              from price_rules r
            """;

    static StoredRule of(ResultSet row) throws SQLException {
        BigDecimal percent = row.getBigDecimal("percent");
        return new StoredRule(
                row.getInt("id"),
                row.getInt("position"),
                new RuleContent(
                        row.getString("name"),
                        row.getBoolean("is_enabled"),
                        numbers(row.getArray("rate_plan_ids")),
                        numbers(row.getArray("room_type_ids")),
                        seasons(row.getArray("froms"), row.getArray("tos")),
                        row.getBoolean("each_year"),
                        weekdays(row.getArray("weekdays")),
                        span(row, "lead"),
                        span(row, "occupancy"),
                        row.getString("occupancy_of").equals("hotel"),
                        span(row, "stay"),
                        percent == null ? null : percent.stripTrailingZeros(),
                        row.getObject("amount", Long.class),
                        row.getString("stacking").equals("of-base"),
                        row.getBoolean("stops")));
    }

    private static List<Seasons.Season> seasons(@Nullable Array froms, @Nullable Array tos)
            throws SQLException {
        List<Seasons.Season> seasons = new ArrayList<>();
        if (froms != null && tos != null) {
            Date[] first = (Date[]) froms.getArray();
            Date[] last = (Date[]) tos.getArray();
            for (int season = 0; season < first.length; season++) {
                seasons.add(
                        new Seasons.Season(
                                first[season].toLocalDate(), last[season].toLocalDate()));
            }
        }
        return seasons;
    }

    private static List<Integer> weekdays(@Nullable Array days) throws SQLException {
        List<Integer> numbers = numbers(days);
        return numbers == null ? List.of() : numbers.stream().sorted().distinct().toList();
    }

    private static @Nullable List<Integer> numbers(@Nullable Array numbers) throws SQLException {
        return numbers == null ? null : List.of((Integer[]) numbers.getArray());
    }

    private static Span span(ResultSet row, String name) throws SQLException {
        return new Span(
                row.getObject(name + "_from", Integer.class),
                row.getObject(name + "_to", Integer.class));
    }
}
