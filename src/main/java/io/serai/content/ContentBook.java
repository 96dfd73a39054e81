package io.serai.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads a hotel's content: what was written, beside what its own record says; in the caller's
 * transaction.
 */
@Repository
public class ContentBook {

    /** Which part was written; 0 where it has no room type, or no rate plan. */
    record Key(String kind, int roomType, int ratePlan) {}

    private final PlanParts plans;
    private final PeopleSealed sealed;
    private final ObjectMapper json;

    ContentBook(PlanParts plans, PeopleSealed sealed, ObjectMapper json) {
        this.plans = plans;
        this.sealed = sealed;
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
        plans.add(database, hotel, currency, written, parts);
        return new HotelContent(parts);
    }

    private Map<Key, ObjectNode> written(JdbcClient database, int hotel) {
        Map<Key, ObjectNode> written = new HashMap<>();
        database.sql(
                        "select kind, room_type_id, rate_plan_id, content, sealed from content_parts where hotel_id = ?")
                .param(hotel)
                .query(
                        row -> {
                            written.put(
                                    new Key(
                                            row.getString("kind"),
                                            row.getInt("room_type_id"),
                                            row.getInt("rate_plan_id")),
                                    object(content(row)));
                        });
        return written;
    }

    /** What was written since it was sealed stands in the open. */
    private String content(ResultSet row) throws SQLException {
        String open = row.getString("content");
        return open.equals("{}")
                ? Optional.ofNullable(sealed.open(row.getBytes("sealed"))).orElse(open)
                : open;
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
