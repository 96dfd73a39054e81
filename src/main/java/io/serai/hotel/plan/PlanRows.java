package io.serai.hotel.plan;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of rate plans and of what they are sold for. */
final class PlanRows {

    static final String PLANS =
            """
            select id, code, name, pricing, longest_stay, meal_plan, parent_id, offset_percent, offset_amount, rounding_step,
                   rounding_ending, rounding_mode, inherits, valid_from, valid_to, cancellation_policy_id, floor_price, ceiling_price
              from rate_plans where hotel_id = :hotel and (:plan = 0 or id = :plan) order by code
            """;

    static final String PRODUCTS =
            """
            select p.id, p.rate_plan_id, p.room_type_id, p.usual_prices, p.floor_price, p.ceiling_price
              from products p join room_types t on t.id = p.room_type_id
             where p.hotel_id = :hotel and (:plan = 0 or p.rate_plan_id = :plan) order by t.code
            """;

    private PlanRows() {}

    static StoredPlan plan(ResultSet row, List<Sold> sold) throws SQLException {
        int id = row.getInt("id");
        PlanContent content =
                new PlanContent(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("pricing"),
                        row.getInt("longest_stay"),
                        row.getString("meal_plan"),
                        row.getObject("parent_id", Integer.class),
                        row.getBigDecimal("offset_percent"),
                        row.getObject("offset_amount", Long.class),
                        row.getObject("rounding_step", Long.class),
                        row.getLong("rounding_ending"),
                        row.getString("rounding_mode"),
                        List.of((String[]) row.getArray("inherits").getArray()),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getObject("cancellation_policy_id", Integer.class));
        List<Sold> here = sold.stream().filter(one -> one.plan == id).toList();
        return new StoredPlan(
                id,
                content,
                here.stream().map(Sold::product).toList(),
                new PlanLimits(
                        limitsOf(row),
                        here.stream()
                                .collect(
                                        Collectors.toMap(
                                                one -> one.product.roomType(),
                                                Sold::limits,
                                                (one, other) -> one,
                                                TreeMap::new))));
    }

    private static Limits limitsOf(ResultSet row) throws SQLException {
        return new Limits(
                row.getObject("floor_price", Long.class),
                row.getObject("ceiling_price", Long.class));
    }

    /** A plan's product. */
    record Sold(int plan, PlanProduct product, Limits limits) {

        static Sold of(ResultSet row) throws SQLException {
            return new Sold(
                    row.getInt("rate_plan_id"),
                    new PlanProduct(
                            row.getInt("id"),
                            row.getInt("room_type_id"),
                            usual(row.getArray("usual_prices"))),
                    limitsOf(row));
        }

        private static @Nullable List<@Nullable Long> usual(@Nullable Array array)
                throws SQLException {
            return array == null ? null : Arrays.asList((Long[]) array.getArray());
        }
    }
}
