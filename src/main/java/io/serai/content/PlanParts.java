package io.serai.content;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rate plans and products as parts of a hotel's content; a plan comes after the one it derives
 * from.
 */
@Repository
class PlanParts {

    private final ObjectMapper json;

    PlanParts(ObjectMapper json) {
        this.json = json;
    }

    /** Adds all of a hotel. */
    void add(
            JdbcClient database,
            int hotel,
            String currency,
            Map<ContentBook.Key, ObjectNode> written,
            Map<PartId, ObjectNode> parts) {
        products(database, hotel, plans(database, hotel, currency, written, parts), written, parts);
    }

    private Map<Integer, ObjectNode> plans(
            JdbcClient database,
            int hotel,
            String currency,
            Map<ContentBook.Key, ObjectNode> written,
            Map<PartId, ObjectNode> parts) {
        Map<Integer, ObjectNode> plans = new HashMap<>();
        database.sql(
                        """
                        select p.id, p.code, p.name, p.pricing, p.meal_plan, u.code as parent,
                               c.code as policy, c.name as policy_name, c.free_until_hours, c.penalty, c.penalty_value
                          from rate_plans p
                          left join rate_plans u on u.id = p.parent_id
                          left join cancellation_policies c on c.id = p.cancellation_policy_id
                         where p.hotel_id = ? order by p.parent_id is not null, p.id
                        """)
                .param(hotel)
                .query(
                        row -> {
                            int id = row.getInt("id");
                            ObjectNode content =
                                    copy(written.get(new ContentBook.Key(PartId.RATE_PLAN, 0, id)));
                            content.put("code", row.getString("code"));
                            content.put("name", row.getString("name"));
                            content.put("pricing", row.getString("pricing"));
                            put(content, "mealPlan", row.getString("meal_plan"));
                            put(content, "parent", row.getString("parent"));
                            if (row.getString("policy") != null) {
                                content.set("cancellation", cancellation(row, currency));
                            }
                            plans.put(id, content);
                            parts.put(
                                    new PartId(PartId.RATE_PLAN, null, id, row.getString("code")),
                                    content);
                        });
        return plans;
    }

    private ObjectNode cancellation(ResultSet row, String currency) throws SQLException {
        ObjectNode policy = json.createObjectNode();
        policy.put("code", row.getString("policy"));
        policy.put("name", row.getString("policy_name"));
        Integer hours = row.getObject("free_until_hours", Integer.class);
        if (hours != null) {
            policy.put("freeUntilHours", hours);
        }
        policy.put("penalty", row.getString("penalty"));
        BigDecimal value = row.getBigDecimal("penalty_value");
        if (value != null) {
            int digits =
                    row.getString("penalty").equals("amount")
                            ? Currency.getInstance(currency).getDefaultFractionDigits()
                            : 0;
            BigDecimal whole = value.stripTrailingZeros();
            policy.put(
                    "value",
                    digits == 0
                            ? whole.toPlainString()
                            : value.movePointLeft(digits).setScale(digits).toPlainString());
        }
        return policy;
    }

    private void products(
            JdbcClient database,
            int hotel,
            Map<Integer, ObjectNode> plans,
            Map<ContentBook.Key, ObjectNode> written,
            Map<PartId, ObjectNode> parts) {
        database.sql(
                        """
                        select s.room_type_id, s.rate_plan_id, t.code as room, t.name as room_name, t.max_guests, p.code as plan
                          from products s join room_types t on t.id = s.room_type_id join rate_plans p on p.id = s.rate_plan_id
                         where s.hotel_id = ? order by p.parent_id is not null, s.id
                        """)
                .param(hotel)
                .query(
                        row -> {
                            int room = row.getInt("room_type_id");
                            int plan = row.getInt("rate_plan_id");
                            ObjectNode content =
                                    copy(
                                            written.get(
                                                    new ContentBook.Key(
                                                            PartId.PRODUCT, room, plan)));
                            content.put("room", row.getString("room"));
                            content.put("roomName", row.getString("room_name"));
                            content.put("maxGuests", row.getInt("max_guests"));
                            content.set("plan", plans.get(plan));
                            parts.put(
                                    new PartId(
                                            PartId.PRODUCT,
                                            room,
                                            plan,
                                            row.getString("room") + "/" + row.getString("plan")),
                                    content);
                        });
    }

    private static void put(ObjectNode content, String name, @Nullable String value) {
        if (value != null) {
            content.put(name, value);
        }
    }

    private ObjectNode copy(@Nullable ObjectNode content) {
        return content == null ? json.createObjectNode() : content.deepCopy();
    }
}
