package io.serai.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each part of a property's content as it was taken last, by name. */
final class Parts {

    private final JdbcClient jdbc;

    Parts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<JsonNode> find(long hotel, String part) {
        return jdbc.sql("select data from content_part where hotel_id = ? and part = ?")
                .params(hotel, part)
                .query((row, n) -> Json.read(row.getString(1), JsonNode.class))
                .optional();
    }

    /** All parts whose name begins so, by the rest of their name. */
    Map<String, JsonNode> below(long hotel, String beginning) {
        var found = new LinkedHashMap<String, JsonNode>();
        jdbc.sql(
                        "select part, data from content_part where hotel_id = ? and"
                                + " starts_with(part, ?) order by part")
                .params(hotel, beginning)
                .query(
                        row -> {
                            found.put(
                                    row.getString(1).substring(beginning.length()),
                                    Json.read(row.getString(2), JsonNode.class));
                        });
        return found;
    }

    void put(long hotel, String part, JsonNode data) {
        jdbc.sql(
                        """
                        insert into content_part values (?, ?, ?::jsonb)
                        on conflict (hotel_id, part) do update set data = excluded.data""")
                .params(hotel, part, Json.write(data))
                .update();
    }

    /** Whether there was such a part. */
    boolean remove(long hotel, String part) {
        return jdbc.sql("delete from content_part where hotel_id = ? and part = ?")
                        .params(hotel, part)
                        .update()
                == 1;
    }
}
