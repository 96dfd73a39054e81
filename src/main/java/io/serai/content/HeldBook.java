package io.serai.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.content.HeldField.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
    private final PeopleSealed sealed;
    private final ObjectMapper json;

    HeldBook(JdbcClient jdbc, PeopleSealed sealed, ObjectMapper json) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.json = json;
    }

    /** All of a part, by field. */
    Map<String, HeldField> of(long sync) {
        return jdbc
                .sql(
                        "select field, ours, theirs, ours_sealed, theirs_sealed, state, is_whole from ota_content_sync where sync_id = ?")
                .param(sync)
                .query(
                        (row, number) ->
                                new HeldField(
                                        row.getString("field"),
                                        value(row, "ours"),
                                        value(row, "theirs"),
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
            boolean people = PeopleSealed.isOfPeople(part.part().kind(), field);
            String ours = text(values.get(field));
            jdbc.sql(
                            """
                            insert into ota_content_sync (hotel_id, connection_id, sync_id, subject, remote_key, field, ours, ours_sealed, state, sent_at)
                            values (:hotel, :connection, :sync, :kind, :code, :field, :ours, :sealed, 'unknown', clock_timestamp())
                            on conflict (sync_id, field) where sync_id is not null
                            do update set ours = excluded.ours, ours_sealed = excluded.ours_sealed, state = 'unknown', is_whole = false,
                                          code = null, words = null, sent_at = excluded.sent_at
                            """)
                    .param("hotel", part.hotel())
                    .param("connection", part.connection())
                    .param("sync", part.id())
                    .param("kind", part.part().kind())
                    .param("code", part.part().code())
                    .param("field", field)
                    .param("ours", people ? null : ours, Types.VARCHAR)
                    .param("sealed", people ? sealed.seal(ours) : null, Types.BINARY)
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
                        "delete from ota_content_sync where sync_id = ? and field = any (?) and ours is null and ours_sealed is null")
                .params(sync, these)
                .update();
        jdbc.sql(
                        """
                        update ota_content_sync set state = 'accepted', theirs = ours, theirs_sealed = ours_sealed, code = null, words = null, reference = ?, settled_at = clock_timestamp()
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

    /**
     * Notes what a channel shows of a field: it is what it holds, and what was sent is forgotten
     * that is not there. A value that it refused stays refused.
     */
    void show(SyncedPart part, String field, JsonNode shown) {
        if (shown.isNull()) {
            jdbc.sql(
                            "delete from ota_content_sync where sync_id = ? and field = ? and state <> 'refused'")
                    .params(part.id(), field)
                    .update();
        }
        boolean people = PeopleSealed.isOfPeople(part.part().kind(), field);
        String theirs = shown.isNull() ? null : shown.toString();
        jdbc.sql(
                        """
                        insert into ota_content_sync as o (hotel_id, connection_id, sync_id, subject, remote_key, field, ours, theirs, ours_sealed, theirs_sealed, state, settled_at)
                        select :hotel, :connection, :sync, :kind, :code, :field, :theirs, :theirs, :sealed, :sealed, 'accepted', clock_timestamp()
                         where cast(:theirs as text) is not null or cast(:sealed as bytea) is not null
                            or exists (select from ota_content_sync k where k.sync_id = :sync and k.field = :field)
                        on conflict (sync_id, field) where sync_id is not null
                        do update set theirs = excluded.theirs, theirs_sealed = excluded.theirs_sealed,
                                      ours = case when o.state = 'refused' then o.ours else excluded.ours end,
                                      ours_sealed = case when o.state = 'refused' then o.ours_sealed else excluded.ours_sealed end,
                                      state = case when o.state = 'refused' then 'refused' else 'accepted' end,
                                      settled_at = case when o.state = 'accepted' then o.settled_at else excluded.settled_at end
                        """)
                .param("hotel", part.hotel())
                .param("connection", part.connection())
                .param("sync", part.id())
                .param("kind", part.part().kind())
                .param("code", part.part().code())
                .param("field", field)
                .param("theirs", people ? null : theirs, Types.VARCHAR)
                .param("sealed", people ? sealed.seal(theirs) : null, Types.BINARY)
                .update();
    }

    private @Nullable JsonNode value(ResultSet row, String column) throws SQLException {
        byte[] people = row.getBytes(column + "_sealed");
        return read(people == null ? row.getString(column) : sealed.open(people));
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
