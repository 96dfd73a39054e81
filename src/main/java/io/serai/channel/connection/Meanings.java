package io.serai.channel.connection;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What rooms and rates of channels may mean in a hotel.
 *
 * @param roomTypes by their keys, in the order of their names
 * @param products by their room type, then by their keys, in the order of their plans' names
 */
record Meanings(Map<Integer, Meaning> roomTypes, Map<Integer, Map<Integer, Meaning>> products) {

    static Meanings of(JdbcClient session, int hotel) {
        Map<Integer, Meaning> roomTypes = new LinkedHashMap<>();
        session.sql("select id, name, code from room_types where hotel_id = ? order by name, id")
                .param(hotel)
                .query(Meaning.class)
                .list()
                .forEach(each -> roomTypes.put(each.id(), each));
        Map<Integer, Map<Integer, Meaning>> products = new HashMap<>();
        session.sql(
                        """
                        select s.room_type_id, s.id, p.name, p.code from products s join rate_plans p on p.id = s.rate_plan_id
                         where s.hotel_id = ? order by p.name, s.id
                        """)
                .param(hotel)
                .query(
                        row -> {
                            products.computeIfAbsent(row.getInt(1), id -> new LinkedHashMap<>())
                                    .put(
                                            row.getInt(2),
                                            new Meaning(
                                                    row.getInt(2),
                                                    row.getString(3),
                                                    row.getString(4)));
                        });
        return new Meanings(roomTypes, products);
    }

    /** The products of a room type; none for none. */
    Map<Integer, Meaning> products(@Nullable Integer roomType) {
        return roomType == null ? Map.of() : products.getOrDefault(roomType, Map.of());
    }
}
