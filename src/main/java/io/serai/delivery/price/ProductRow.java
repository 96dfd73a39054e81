package io.serai.delivery.price;

import io.serai.ari.Field;
import io.serai.ari.Pricing;
import io.serai.ari.price.Offset;
import io.serai.ari.price.PricedProduct;
import io.serai.ari.price.RatePlan;
import io.serai.ari.price.Rounding;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A product as the database has it.
 *
 * @param parent the key of its plan's parent; 0: none
 */
record ProductRow(int id, int roomType, RatePlan plan, int parent) {

    private static final String SQL =
            """
            select p.id, p.room_type_id, r.id as plan, r.code, r.pricing, r.longest_stay, coalesce(r.parent_id, 0) as parent,
                   r.offset_percent, coalesce(r.offset_amount, 0) as offset_amount,
                   coalesce(r.rounding_step, 1) as rounding_step, r.rounding_ending, r.rounding_mode, r.inherits,
                   r.valid_from - date '1970-01-01' as valid_from, r.valid_to - date '1970-01-01' as valid_to
              from products p join rate_plans r on r.id = p.rate_plan_id
             where p.hotel_id = ?
            """;

    private record Sold(int roomType, int plan) {}

    /** The products of a hotel by key, each with those that its price is made from. */
    static Map<Integer, PricedProduct> read(JdbcClient jdbc, int hotel) {
        Map<Integer, RatePlan> plans = new HashMap<>();
        List<ProductRow> rows =
                jdbc.sql(SQL).param(hotel).query((row, number) -> of(row, plans)).list();
        Map<Sold, ProductRow> sold =
                rows.stream()
                        .collect(
                                Collectors.toMap(
                                        row -> new Sold(row.roomType, row.plan.id()),
                                        Function.identity()));
        return rows.stream().collect(Collectors.toMap(ProductRow::id, row -> row.priced(sold)));
    }

    private PricedProduct priced(Map<Sold, ProductRow> sold) {
        ProductRow above = sold.get(new Sold(roomType, parent));
        return new PricedProduct(id, roomType, plan, above == null ? null : above.priced(sold));
    }

    private static ProductRow of(ResultSet row, Map<Integer, RatePlan> plans) throws SQLException {
        int id = row.getInt("plan");
        RatePlan plan = plans.get(id);
        if (plan == null) {
            plan = plan(row, id);
            plans.put(id, plan);
        }
        return new ProductRow(
                row.getInt("id"), row.getInt("room_type_id"), plan, row.getInt("parent"));
    }

    private static RatePlan plan(ResultSet row, int id) throws SQLException {
        BigDecimal percent = row.getBigDecimal("offset_percent");
        return new RatePlan(
                id,
                row.getString("code"),
                Pricing.of(row.getString("pricing")),
                row.getInt("longest_stay"),
                row.getInt("parent") == 0
                        ? null
                        : new Offset(percent, row.getLong("offset_amount")),
                new Rounding(
                        row.getLong("rounding_step"),
                        row.getLong("rounding_ending"),
                        Rounding.Mode.of(row.getString("rounding_mode"))),
                fields((String[]) row.getArray("inherits").getArray()),
                day(row.getObject("valid_from", Integer.class), Integer.MIN_VALUE),
                day(row.getObject("valid_to", Integer.class), Integer.MAX_VALUE));
    }

    private static Set<Field> fields(String[] words) {
        return Stream.of(words)
                .map(Field::of)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static int day(@Nullable Integer day, int otherwise) {
        return day == null ? otherwise : day;
    }
}
