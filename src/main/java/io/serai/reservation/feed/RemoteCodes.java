package io.serai.reservation.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The hotel's codes of what channels call rooms and rates, as they are mapped now. Bookings without
 * a connection name room types and rate plans by the hotel's own keys.
 */
record RemoteCodes(Map<String, String> byRemote) {

    private static final String CODES =
            """
            select m.connection_id as connection, m.remote_room as room, m.remote_rate as rate, coalesce(l.code, t.code) as code
              from ota_rate_plans m
              left join room_types t on t.id = m.room_type_id
              left join products p on p.id = m.product_id
              left join rate_plans l on l.id = p.rate_plan_id
             where m.connection_id = any (:connections) and coalesce(l.code, t.code) is not null
            union all
            select 0, id::text, null, code from room_types where 0 = any (:connections) and hotel_id = any (:hotels)
            union all
            select 0, '', id::text, code from rate_plans where 0 = any (:connections) and hotel_id = any (:hotels)
            """;

    /**
     * @param connections their keys; 0: bookings without one
     * @param hotels the keys of their hotels
     */
    static RemoteCodes read(
            JdbcClient session, Collection<Integer> connections, Collection<Integer> hotels) {
        Map<String, String> codes = new HashMap<>();
        if (!connections.isEmpty()) {
            session.sql(CODES)
                    .param("connections", connections.toArray(Integer[]::new))
                    .param("hotels", hotels.toArray(Integer[]::new))
                    .query(
                            row -> {
                                codes.put(
                                        key(
                                                row.getInt("connection"),
                                                row.getString("room"),
                                                row.getString("rate")),
                                        row.getString("code"));
                            });
        }
        return new RemoteCodes(codes);
    }

    /** The code of a room type; null: it has no meaning here. */
    @Nullable String room(int connection, String room) {
        return byRemote.get(key(connection, room, null));
    }

    /** The code of a rate plan; null: it has no meaning here. */
    @Nullable String rate(int connection, String room, @Nullable String rate) {
        return rate == null
                ? null
                : byRemote.get(key(connection, connection == 0 ? "" : room, rate));
    }

    private static String key(int connection, String room, @Nullable String rate) {
        return connection + "\n" + room + (rate == null ? "" : "\n" + rate);
    }
}
