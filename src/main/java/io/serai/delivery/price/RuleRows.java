package io.serai.delivery.price;

import io.serai.ari.price.HotelRules;
import io.serai.ari.price.PriceLimits;
import io.serai.ari.price.PriceRule;
import io.serai.ari.price.PriceRules;
import io.serai.ari.price.RuleEffect;
import io.serai.ari.price.RuleWhen;
import io.serai.ari.price.Seasons;
import io.serai.ari.price.Span;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Price rules, floors and ceilings, as the database has them. */
final class RuleRows {

    private static final String RULES =
            """
            select r.*, (select array_agg(lower(s) order by s) from unnest(r.seasons) s) as froms,
                   (select array_agg(upper(s) - 1 order by s) from unnest(r.seasons) s) as tos
              from price_rules r where r.hotel_id = ? and r.is_enabled order by r.position
            """;

    private static final String LIMITS =
            """
            select p.id, p.floor_price, p.ceiling_price, r.floor_price as plan_floor, r.ceiling_price as plan_ceiling
              from products p join rate_plans r on r.id = p.rate_plan_id
             where p.hotel_id = ? and num_nonnulls(p.floor_price, p.ceiling_price, r.floor_price, r.ceiling_price) > 0
            """;

    private final JdbcClient jdbc;

    RuleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The rules of a hotel that are switched on.
     *
     * @param today the day at the hotel, in days since 1970-01-01
     */
    PriceRules of(int hotel, int today) {
        LocalDate day = LocalDate.ofEpochDay(today);
        List<PriceRule> rules =
                jdbc.sql(RULES).param(hotel).query((row, number) -> rule(row, day)).list();
        Map<Integer, PriceLimits> limits = new HashMap<>();
        jdbc.sql(LIMITS)
                .param(hotel)
                .query(
                        row -> {
                            limits.put(row.getInt("id"), limits(row));
                        });
        return rules.isEmpty() && limits.isEmpty()
                ? PriceRules.NONE
                : new HotelRules(rules, limits);
    }

    private static PriceLimits limits(ResultSet row) throws SQLException {
        return new PriceLimits(money(row, "floor_price"), money(row, "ceiling_price"))
                .over(new PriceLimits(money(row, "plan_floor"), money(row, "plan_ceiling")));
    }

    private static PriceRule rule(ResultSet row, LocalDate today) throws SQLException {
        return new PriceRule(
                row.getString("name"),
                keys(row.getArray("rate_plan_ids")),
                keys(row.getArray("room_type_ids")),
                new RuleWhen(
                        seasons(row, today),
                        weekdays(row.getArray("weekdays")),
                        span(row, "lead"),
                        span(row, "occupancy"),
                        row.getString("occupancy_of").equals("hotel"),
                        span(row, "stay")),
                effect(row),
                row.getBoolean("stops"));
    }

    private static RuleEffect effect(ResultSet row) throws SQLException {
        BigDecimal percent = row.getBigDecimal("percent");
        return percent == null
                ? new RuleEffect(RuleEffect.Unit.AMOUNT, row.getBigDecimal("amount"), false)
                : new RuleEffect(
                        RuleEffect.Unit.PERCENT,
                        percent,
                        row.getString("stacking").equals("of-base"));
    }

    private static Seasons seasons(ResultSet row, LocalDate today) throws SQLException {
        Array froms = row.getArray("froms");
        if (froms == null) {
            return Seasons.ALWAYS;
        }
        Date[] first = (Date[]) froms.getArray();
        Date[] last = (Date[]) row.getArray("tos").getArray();
        List<Seasons.Season> seasons = new ArrayList<>();
        for (int season = 0; season < first.length; season++) {
            seasons.add(
                    new Seasons.Season(first[season].toLocalDate(), last[season].toLocalDate()));
        }
        return row.getBoolean("each_year") ? Seasons.eachYear(seasons, today) : Seasons.of(seasons);
    }

    private static int weekdays(@Nullable Array days) throws SQLException {
        return days == null
                ? RuleWhen.EVERY_DAY
                : Arrays.stream((Integer[]) days.getArray())
                        .mapToInt(day -> 1 << (day - 1))
                        .reduce(0, (a, b) -> a | b);
    }

    private static @Nullable Set<Integer> keys(@Nullable Array keys) throws SQLException {
        return keys == null
                ? null
                : Arrays.stream((Integer[]) keys.getArray()).collect(Collectors.toSet());
    }

    private static Span span(ResultSet row, String name) throws SQLException {
        return new Span(number(row, name + "_from"), number(row, name + "_to"));
    }

    private static @Nullable Integer number(ResultSet row, String name) throws SQLException {
        int number = row.getInt(name);
        return row.wasNull() ? null : number;
    }

    private static @Nullable Long money(ResultSet row, String name) throws SQLException {
        long money = row.getLong(name);
        return row.wasNull() ? null : money;
    }
}
