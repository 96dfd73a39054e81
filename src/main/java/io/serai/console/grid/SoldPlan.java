package io.serai.console.grid;

import io.serai.ari.Pricing;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A rate plan as sold for a room type.
 *
 * @param id the product
 * @param roomType what it is sold for
 * @param plan the rate plan
 * @param name the plan's name
 * @param parent the name of the plan that its prices are made from; null: it has prices of its own
 * @param pricing how its prices are made up
 * @param guests the most guests it is priced for
 */
public record SoldPlan(
        int id,
        int roomType,
        int plan,
        String name,
        @Nullable String parent,
        Pricing pricing,
        int guests) {

    static final String SQL =
            """
            select p.id, p.room_type_id, r.id as plan, r.name, a.name as parent, r.pricing, t.max_guests
              from products p join rate_plans r on r.id = p.rate_plan_id join room_types t on t.id = p.room_type_id
              left join rate_plans a on a.id = r.parent_id
             where p.hotel_id = :hotel and (p.id = any (:ids) or p.room_type_id = any (:types))
             order by coalesce(r.parent_id, r.id), r.parent_id is not null, r.name, p.id
            """;

    static SoldPlan of(ResultSet row) throws SQLException {
        return new SoldPlan(
                row.getInt("id"),
                row.getInt("room_type_id"),
                row.getInt("plan"),
                row.getString("name"),
                row.getString("parent"),
                Pricing.of(row.getString("pricing")),
                row.getInt("max_guests"));
    }
}
