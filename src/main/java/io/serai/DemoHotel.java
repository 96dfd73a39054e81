package io.serai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hotel of Serai's as the sandbox's control face is told of it: the same names, its numbers. */
final class DemoHotel {

    private final DemoChannel channel;
    private final JdbcClient jdbc;

    DemoHotel(DemoChannel channel, JdbcClient jdbc) {
        this.channel = channel;
        this.jdbc = jdbc;
    }

    Map<String, Object> form(int hotel) {
        var rooms = new LinkedHashMap<Integer, Map<String, Object>>();
        jdbc.sql(
                        """
                        select t.id, t.name, t.max_guests, p.name as plan, p.pricing,
                               dense_rank() over (order by t.id) - 1 as room_number,
                               dense_rank() over (order by p.id) - 1 as rate_number,
                               row_number() over (order by t.id, p.id) - 1 as product_number
                          from room_types t
                          join products s on s.room_type_id = t.id
                          join rate_plans p on p.id = s.rate_plan_id
                         where t.hotel_id = ?
                         order by t.id, p.id
                        """)
                .param(hotel)
                .query()
                .listOfRows()
                .forEach(row -> add(rooms, row));
        var name = jdbc.sql("select name, currency from hotels where id = ?").param(hotel).query();
        var form = new LinkedHashMap<String, Object>(name.singleRow());
        form.putAll(channel.more());
        form.put("accounts", List.of(channel.account()));
        form.put("rooms", List.copyOf(rooms.values()));
        return form;
    }

    private void add(Map<Integer, Map<String, Object>> rooms, Map<String, Object> row) {
        var room =
                rooms.computeIfAbsent(
                        (Integer) row.get("id"),
                        id ->
                                Map.of(
                                        "id",
                                        channel.firstRoom() + (Long) row.get("room_number"),
                                        "name",
                                        row.get("name"),
                                        "maxPersons",
                                        row.get("max_guests"),
                                        "rates",
                                        new ArrayList<Map<String, Object>>()));
        @SuppressWarnings("unchecked")
        var rates = (List<Map<String, Object>>) room.get("rates");
        rates.add(
                Map.of(
                        "id",
                        channel.firstRate()
                                + (Long)
                                        row.get(
                                                channel.ratesOfRooms()
                                                        ? "product_number"
                                                        : "rate_number"),
                        "name",
                        row.get("plan"),
                        "pricing",
                        channel.pricing().get((String) row.get("pricing"))));
    }
}
