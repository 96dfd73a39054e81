package io.serai.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.Channel;
import io.serai.channel.CreationStep;
import io.serai.content.ContentState.Creation;
import io.serai.content.ContentState.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what channels hold, as pages and the API see them. */
@Repository
class StateRows {

    /** The row of a part at a connection. */
    record Row(
            long id,
            String state,
            @Nullable String words,
            @Nullable String remote,
            @Nullable String reference,
            @Nullable Instant sentAt,
            @Nullable Instant readAt,
            @Nullable Instant nextTryAt) {}

    private final PeopleSealed sealed;
    private final ObjectMapper json;

    StateRows(PeopleSealed sealed, ObjectMapper json) {
        this.sealed = sealed;
        this.json = json;
    }

    SyncedConnection connection(JdbcClient session, int connection) {
        return session.sql(
                        """
                        select id, hotel_id as hotel, coalesce(account_id, 0) as account, provider, remote_hotel, configuration::text
                          from third_party_integrations where id = ?
                        """)
                .param(connection)
                .query(SyncedConnection.class)
                .single();
    }

    /** What tells a part's row apart from the others of a connection. */
    String key(PartId part) {
        return part.kind() + "/" + part.roomType() + "/" + part.ratePlan();
    }

    /** The rows of parts, by {@link #key}. */
    Map<String, Row> syncs(JdbcClient session, int connection) {
        Map<String, Row> rows = new HashMap<>();
        session.sql(
                        """
                        select id, kind, room_type_id, rate_plan_id, state, words, remote_key, reference, sent_at, read_at, next_try_at
                          from content_syncs where connection_id = ? and kind <> 'step'
                        """)
                .param(connection)
                .query(
                        row -> {
                            PartId part =
                                    new PartId(
                                            row.getString("kind"),
                                            row.getObject("room_type_id", Integer.class),
                                            row.getObject("rate_plan_id", Integer.class),
                                            "");
                            rows.put(key(part), row(row));
                        });
        return rows;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("state"),
                row.getString("words"),
                row.getString("remote_key"),
                row.getString("reference"),
                instant(row.getTimestamp("sent_at")),
                instant(row.getTimestamp("read_at")),
                instant(row.getTimestamp("next_try_at")));
    }

    /** What is held of a part, by field; {@code ours} is what was sent last. */
    Map<String, PartState.Field> fields(JdbcClient session, long sync) {
        Map<String, PartState.Field> fields = new HashMap<>();
        session.sql(
                        "select field, state, ours, theirs, ours_sealed, theirs_sealed, code, words, reference, settled_at from ota_content_sync where sync_id = ?")
                .param(sync)
                .query(
                        row -> {
                            String field = row.getString("field");
                            fields.put(
                                    field,
                                    new PartState.Field(
                                            field,
                                            row.getString("state"),
                                            value(row, "ours"),
                                            value(row, "theirs"),
                                            row.getString("code"),
                                            row.getString("words"),
                                            row.getString("reference"),
                                            instant(row.getTimestamp("settled_at"))));
                        });
        return fields;
    }

    /** How a hotel is made at a channel; null where nobody wanted it. */
    @Nullable Creation creation(JdbcClient session, int connection, Channel channel) {
        return session.sql(
                        "select state, step, words, begun_by, begun_at, ended_at from content_creations where connection_id = ?")
                .param(connection)
                .query(
                        (row, number) ->
                                new Creation(
                                        row.getString("state"),
                                        row.getString("step"),
                                        row.getString("words"),
                                        row.getString("begun_by"),
                                        row.getTimestamp("begun_at").toInstant(),
                                        instant(row.getTimestamp("ended_at")),
                                        steps(session, connection, channel)))
                .optional()
                .orElse(null);
    }

    private static List<Step> steps(JdbcClient session, int connection, Channel channel) {
        return channel.definition().content().creation().stream()
                .map(step -> step(session, connection, step))
                .toList();
    }

    private static Step step(JdbcClient session, int connection, CreationStep step) {
        return session.sql(
                        """
                        select case when bool_or(state = 'there') then 'there' when bool_and(state = 'settled') then 'done' else 'open' end as state,
                               string_agg(distinct words, '; ') filter (where state <> 'settled') as words
                          from content_syncs
                         where connection_id = :connection
                           and case when :kind then kind = :name else kind = 'step' and step = :name end
                        having count(*) > 0
                        """)
                .param("connection", connection)
                .param("kind", step.isKind())
                .param("name", step.name())
                .query(
                        (row, number) ->
                                new Step(
                                        step.name(),
                                        row.getString("state"),
                                        row.getString("words")))
                .optional()
                .orElseGet(() -> new Step(step.name(), "done", null));
    }

    private @Nullable JsonNode value(ResultSet row, String column) throws SQLException {
        byte[] people = row.getBytes(column + "_sealed");
        return read(people == null ? row.getString(column) : sealed.open(people));
    }

    private @Nullable JsonNode read(@Nullable String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database gave no JSON", e);
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
