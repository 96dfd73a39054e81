package io.serai.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.content.HeldField.State;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What channels accepted of parts, field by field: rows of {@code ota_content_sync}. */
@Repository
class HeldBook {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    HeldBook(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All of a part, by field. */
    Map<String, HeldField> of(long sync) {
        return jdbc
                .sql(
                        "select field, ours, theirs, state, is_whole from ota_content_sync where sync_id = ?")
                .param(sync)
                .query(
                        (row, number) ->
                                new HeldField(
                                        row.getString("field"),
                                        read(row.getString("ours")),
                                        read(row.getString("theirs")),
                                        State.valueOf(
                                                row.getString("state").toUpperCase(Locale.ROOT)),
                                        row.getBoolean("is_whole")))
                .list()
                .stream()
                .collect(Collectors.toMap(HeldField::field, Function.identity()));
    }

    /**
     * Notes before a call that these fields are sent: until an answer is known, so are they not.
     */
    void send(SyncedPart part, List<String> fields, Map<String, JsonNode> values) {
        for (String field : fields) {
            jdbc.sql(
                            """
                            insert into ota_content_sync (hotel_id, connection_id, sync_id, subject, remote_key, field, ours, state, sent_at)
                            values (:hotel, :connection, :sync, :kind, :code, :field, :ours, 'unknown', clock_timestamp())
                            on conflict (sync_id, field) where sync_id is not null
                            do update set ours = excluded.ours, state = 'unknown', is_whole = false, code = null, words = null, sent_at = excluded.sent_at
                            """)
                    .param("hotel", part.hotel())
                    .param("connection", part.connection())
                    .param("sync", part.id())
                    .param("kind", part.part().kind())
                    .param("code", part.part().code())
                    .param("field", field)
                    .param("ours", text(values.get(field)))
                    .update();
        }
    }

    /** The fields that were sent and are not known. */
    List<String> unknown(long sync) {
        return jdbc.sql(
                        "select field from ota_content_sync where sync_id = ? and state = 'unknown' order by field")
                .param(sync)
                .query(String.class)
                .list();
    }

    /** Notes that the channel holds what was sent; what was taken away is forgotten. */
    void accept(long sync, List<String> fields, @Nullable String reference) {
        String[] these = fields.toArray(String[]::new);
        jdbc.sql(
                        "delete from ota_content_sync where sync_id = ? and field = any (?) and ours is null")
                .params(sync, these)
                .update();
        jdbc.sql(
                        """
                        update ota_content_sync set state = 'accepted', theirs = ours, code = null, words = null, reference = ?, settled_at = clock_timestamp()
                         where sync_id = ? and field = any (?)
                        """)
                .param(1, reference)
                .param(2, sync)
                .param(3, these)
                .update();
    }

    /**
     * Notes that the channel does not take what was sent.
     *
     * @param whole whether it did not say which of them
     */
    void refuse(
            long sync,
            List<String> fields,
            ContentAnswer.Item item,
            boolean whole,
            @Nullable String reference) {
        jdbc.sql(
                        """
                        update ota_content_sync set state = 'refused', code = ?, words = ?, is_whole = ?, reference = ?, settled_at = clock_timestamp()
                         where sync_id = ? and field = any (?)
                        """)
                .param(1, item.code())
                .param(2, item.words())
                .param(3, whole)
                .param(4, reference)
                .param(5, sync)
                .param(6, fields.toArray(String[]::new))
                .update();
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : value.toString();
    }

    private @Nullable JsonNode read(@Nullable String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database gave no JSON", e);
        }
    }
}
