package io.serai.delivery.price;

import io.serai.ari.price.HotelRules;
import io.serai.ari.price.PriceLimits;
import io.serai.ari.price.PriceRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Price rules, floors and ceilings, as the database has them. */
final class RuleRows {

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
     * The rules of a hotel that are switched on, with its floors and ceilings.
     *
     * @param today the day at the hotel, in days since 1970-01-01
     * @param change what to do to the hotel's rules before
     */
    PriceRules of(int hotel, int today, UnaryOperator<List<StoredRule>> change) {
        LocalDate day = LocalDate.ofEpochDay(today);
        List<StoredRule> rules =
                change
                        .apply(
                                jdbc.sql(
                                                StoredRule.SQL
                                                        + " where r.hotel_id = ? order by r.position")
                                        .param(hotel)
                                        .query((row, number) -> StoredRule.of(row))
                                        .list())
                        .stream()
                        .filter(rule -> rule.content().enabled())
                        .sorted(Comparator.comparingInt(StoredRule::position))
                        .toList();
        Map<Integer, PriceLimits> limits = limits(hotel);
        return rules.isEmpty() && limits.isEmpty()
                ? PriceRules.NONE
                : new HotelRules(
                        rules.stream().map(rule -> rule.content().rule(day)).toList(), limits);
    }

    private Map<Integer, PriceLimits> limits(int hotel) {
        Map<Integer, PriceLimits> limits = new HashMap<>();
        jdbc.sql(LIMITS)
                .param(hotel)
                .query(
                        row -> {
                            limits.put(row.getInt("id"), limits(row));
                        });
        return limits;
    }

    private static PriceLimits limits(ResultSet row) throws SQLException {
        return limits(row, "floor_price", "ceiling_price")
                .over(limits(row, "plan_floor", "plan_ceiling"));
    }

    private static PriceLimits limits(ResultSet row, String floor, String ceiling)
            throws SQLException {
        return new PriceLimits(
                row.getObject(floor, Long.class), row.getObject(ceiling, Long.class));
    }
}
