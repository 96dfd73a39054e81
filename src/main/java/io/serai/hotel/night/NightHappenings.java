package io.serai.hotel.night;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what happened to a night, from the records of the hotel's side and of the channels'. */
@Component
public class NightHappenings {

    private final ChannelHappenings channels;
    private final ObjectMapper json;

    NightHappenings(ChannelHappenings channels, ObjectMapper json) {
        this.channels = channels;
        this.json = json;
    }

    /**
     * Everything that is known of a night, past or not, the latest first.
     *
     * @param shape what a night that was written down looks like, from its columns
     */
    public List<Happening> of(
            JdbcClient database,
            NightTable table,
            int id,
            LocalDate night,
            Function<JsonNode, Object> shape) {
        boolean rooms = table == NightTable.ROOMS;
        List<Happening> all = new ArrayList<>();
        all.addAll(set(database, rooms, id, night, shape));
        all.addAll(channels.of(database, key(rooms), id, night));
        all.sort(Comparator.comparing(Happening::at).reversed());
        return all;
    }

    /** Who set what: people, the hotel's system, reservations. */
    private List<Happening> set(
            JdbcClient database,
            boolean rooms,
            int id,
            LocalDate night,
            Function<JsonNode, Object> shape) {
        return database.sql(
                        "select at, actor, act, value from night_changes where %s = ? and nights @> ?::date order by at desc limit 500"
                                .formatted(key(rooms)))
                .params(id, night)
                .query(
                        (row, number) -> {
                            Map<String, @Nullable Object> said = new LinkedHashMap<>();
                            said.put("actor", row.getString("actor"));
                            said.put("act", row.getString("act"));
                            JsonNode value = tree(row.getString("value"));
                            said.put("value", value == null ? null : shape.apply(value));
                            return new Happening(row.getTimestamp("at").toInstant(), "set", said);
                        })
                .list();
    }

    private static String key(boolean rooms) {
        return rooms ? "room_type_id" : "product_id";
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
