package io.serai.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads a hotel's content: what was written, beside what its own record says; in the caller's
 * transaction.
 */
@Repository
public class ContentBook {

    private record Key(String kind, int roomType, int ratePlan) {}

    private final ObjectMapper json;

    ContentBook(ObjectMapper json) {
        this.json = json;
    }

    /** All of a hotel. */
    public HotelContent of(JdbcClient database, int hotel) {
        Map<Key, ObjectNode> written = written(database, hotel);
        Map<PartId, ObjectNode> parts = new LinkedHashMap<>();
        String currency = property(database, hotel, written, parts);
        for (String kind : PartId.SINGLE) {
            parts.putIfAbsent(
                    new PartId(kind, null, null, hotelCode(parts)),
                    copy(written.get(new Key(kind, 0, 0))));
        }
        rooms(database, hotel, written, parts);
        Map<Integer, ObjectNode> plans = plans(database, hotel, currency, written, parts);
        products(database, hotel, plans, written, parts);
        return new HotelContent(parts);
    }

    private Map<Key, ObjectNode> written(JdbcClient database, int hotel) {
        Map<Key, ObjectNode> written = new HashMap<>();
        database.sql(
                        "select kind, room_type_id, rate_plan_id, content from content_parts where hotel_id = ?")
                .param(hotel)
                .query(
                        row -> {
                            written.put(
                                    new Key(
                                            row.getString("kind"),
                                            row.getInt("room_type_id"),
                                            row.getInt("rate_plan_id")),
                                    object(row.getString("content")));
                        });
        return written;
    }

    private static String hotelCode(Map<PartId, ObjectNode> parts) {
        return parts.keySet().iterator().next().code();
    }

    private String property(
            JdbcClient database,
            int hotel,
            Map<Key, ObjectNode> written,
            Map<PartId, ObjectNode> parts) {
        return database.sql(
                        """
                        select code, name, time_zone, currency,
                               (select coalesce(sum(size), 0) from room_types t where t.hotel_id = h.id) as rooms
                          from hotels h where id = ?
                        """)
                .param(hotel)
                .query(
                        (row, number) -> {
                            ObjectNode content = copy(written.get(new Key(PartId.PROPERTY, 0, 0)));
                            content.put("code", row.getString("code"));
                            content.put("name", row.getString("name"));
                            content.put("timeZone", row.getString("time_zone"));
                            content.put("currency", row.getString("currency"));
                            content.put("rooms", row.getInt("rooms"));
                            parts.put(
                                    new PartId(PartId.PROPERTY, null, null, row.getString("code")),
                                    content);
                            return row.getString("currency");
                        })
                .single();
    }

    private void rooms(
            JdbcClient database,
            int hotel,
            Map<Key, ObjectNode> written,
            Map<PartId, ObjectNode> parts) {
        database.sql(
                        "select id, code, name, size, max_guests from room_types where hotel_id = ? order by id")
                .param(hotel)
                .query(
                        row -> {
                            int id = row.getInt("id");
                            ObjectNode content = copy(written.get(new Key(PartId.ROOM, id, 0)));
                            content.put("code", row.getString("code"));
                            content.put("name", row.getString("name"));
                            content.put("rooms", row.getInt("size"));
                            content.put("maxGuests", row.getInt("max_guests"));
                            parts.put(
                                    new PartId(PartId.ROOM, id, null, row.getString("code")),
                                    content);
                        });
    }

    private Map<Integer, ObjectNode> plans(
            JdbcClient database,
            int hotel,
            String currency,
            Map<Key, ObjectNode> written,
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
                                    copy(written.get(new Key(PartId.RATE_PLAN, 0, id)));
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
            Map<Key, ObjectNode> written,
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
                                    copy(written.get(new Key(PartId.PRODUCT, room, plan)));
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

    private ObjectNode object(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database gave no JSON", e);
        }
    }
}
