package io.serai.reservation.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was asked of channels about reservations. */
@Repository
class AskedActions {

    private final ObjectMapper json;

    AskedActions(ObjectMapper json) {
        this.json = json;
    }

    /** By action, latest first. */
    Map<String, List<AskedAction>> of(JdbcClient session, long reservation) {
        return session
                .sql(
                        """
                        select id, action, state, request, words, asked_at, asked_by, settled_at, confirmed_at, confirmed_revision,
                               awaits is not null and confirmed_at is null and state in ('waiting', 'pending', 'done', 'not-known') as awaited, missed_at
                          from channel_requests where reservation_id = ? and action is not null order by id desc
                        """)
                .param(reservation)
                .query((row, number) -> Map.entry(row.getString("action"), asked(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                LinkedHashMap::new,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private AskedAction asked(ResultSet row) throws SQLException {
        return new AskedAction(
                row.getString("id"),
                row.getString("state"),
                with(row.getString("request")),
                row.getString("words"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("asked_by"),
                instant(row.getTimestamp("settled_at")),
                instant(row.getTimestamp("confirmed_at")),
                (Integer) row.getObject("confirmed_revision"),
                row.getBoolean("awaited"),
                instant(row.getTimestamp("missed_at")));
    }

    private JsonNode with(String request) {
        try {
            ObjectNode whole = (ObjectNode) json.readTree(request);
            return whole.remove(List.of("hotel", "number", "action"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database gave no JSON", e);
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
