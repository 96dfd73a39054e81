package io.serai.channel.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says of a room type and its rate plans what a request leaves to the hotel's own record. */
@Repository
class OwnProducts {

    private final JdbcClient jdbc;

    OwnProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Fills in names, guests and pricing, and all rate plans sold for the room type where none is
     * named.
     *
     * @throws IllegalArgumentException for a code that the hotel does not have
     */
    ObjectNode fill(int connection, ObjectNode request) {
        ObjectNode room = (ObjectNode) request.path("room");
        String code = room.path("code").asText();
        int type =
                jdbc.sql(
                                """
                                select t.id, t.name, t.max_guests from room_types t join third_party_integrations c on c.hotel_id = t.hotel_id
                                 where c.id = ? and t.code = ?
                                """)
                        .params(connection, code)
                        .query(
                                (row, number) -> {
                                    fillRoom(room, row.getString("name"), row.getInt("max_guests"));
                                    return row.getInt("id");
                                })
                        .optional()
                        .orElseThrow(() -> unknown("room.code", code, "room types"));
        fillRates(request, plans(type));
        return request;
    }

    private static void fillRoom(ObjectNode room, String name, int guests) {
        if (!room.has("name") && !room.has("kind")) {
            room.put("name", name);
        }
        ObjectNode most = room.withObject("/guests");
        if (!most.has("total")) {
            most.put("total", guests);
        }
    }

    private Map<String, String[]> plans(int roomType) {
        Map<String, String[]> plans = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select p.code, p.name, p.pricing from products s join rate_plans p on p.id = s.rate_plan_id
                         where s.room_type_id = ? order by p.id
                        """)
                .param(roomType)
                .query(
                        row -> {
                            plans.put(
                                    row.getString("code"),
                                    new String[] {row.getString("name"), row.getString("pricing")});
                        });
        return plans;
    }

    private static void fillRates(ObjectNode request, Map<String, String[]> plans) {
        if (!request.has("rates")) {
            ArrayNode rates = request.putArray("rates");
            plans.keySet().forEach(code -> rates.addObject().put("code", code));
        }
        for (JsonNode each : request.path("rates")) {
            ObjectNode rate = (ObjectNode) each;
            String code = rate.path("code").asText();
            String[] own = plans.get(code);
            if (own == null) {
                throw unknown("rates.code", code, "rate plans sold for the room type");
            }
            if (!rate.has("name")) {
                rate.put("name", own[0]);
            }
            if (!rate.has("pricing")) {
                rate.put("pricing", own[1]);
            }
        }
    }

    private static IllegalArgumentException unknown(String member, String code, String what) {
        return new IllegalArgumentException(
                "%s: '%s' (expected: the code of one of the hotel's %s)"
                        .formatted(member, code, what));
    }
}
