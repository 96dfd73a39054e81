package io.serai.content.photo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.PhotoRule;
import io.serai.channel.PortJson;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of rounds, and what they read. */
@Repository
class PhotoRoundRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final int AT_ONCE = 10;

    private final JdbcClient jdbc;
    private final PhotoPlaceRows places;
    private final PhotoAddresses addresses;

    PhotoRoundRows(JdbcClient jdbc, PhotoPlaceRows places, PhotoAddresses addresses) {
        this.jdbc = jdbc;
        this.places = places;
        this.addresses = addresses;
    }

    /** Claims those that are due. */
    List<PhotoRound> claim(Duration lease) {
        return jdbc.sql(
                        """
                        update photo_rounds r set until = now() + :lease * interval '1 millisecond', fence = r.fence + 1
                          from third_party_integrations c
                         where c.id = r.connection_id and r.connection_id in (
                               select q.connection_id from photo_rounds q join third_party_integrations i on i.id = q.connection_id
                                where q.due_at <= now() and q.until < now() and i.account_id is not null and i.remote_hotel is not null
                                  and i.is_enabled and i.state not in ('disconnected', 'broken')
                                order by q.due_at limit :most for update of q skip locked)
                        returning r.connection_id as connection, r.hotel_id as hotel, c.account_id as account, c.provider, c.remote_hotel,
                                  r.fence, r.tries, r.due_at
                        """)
                .param("lease", lease.toMillis())
                .param("most", AT_ONCE)
                .query(
                        (row, number) ->
                                new PhotoRound(
                                        row.getInt("connection"),
                                        row.getInt("hotel"),
                                        row.getLong("account"),
                                        row.getString("provider"),
                                        row.getString("remote_hotel"),
                                        row.getLong("fence"),
                                        row.getInt("tries"),
                                        row.getObject("due_at", OffsetDateTime.class)))
                .list();
    }

    /** Whether the claim still holds; it does for another while then. */
    boolean renew(PhotoRound round, Duration lease) {
        return jdbc.sql(
                                """
                                update photo_rounds set until = now() + ? * interval '1 millisecond'
                                 where connection_id = ? and fence = ?
                                """)
                        .params(lease.toMillis(), round.connection(), round.fence())
                        .update()
                > 0;
    }

    /** Whether the claim still holds; nobody else claims it before the transaction ends then. */
    boolean holds(PhotoRound round) {
        return jdbc.sql(
                        "select fence from photo_rounds where connection_id = ? and fence = ? for update")
                .params(round.connection(), round.fence())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /**
     * Ends a round.
     *
     * @param wait until the next one; null: until somebody wants one. Somebody who wanted one
     *     meanwhile gets it
     * @param words why it ended early; null where it did not
     */
    void end(PhotoRound round, @Nullable Duration wait, int tries, @Nullable String words) {
        jdbc.sql(
                        """
                        update photo_rounds
                           set until = '-infinity', words = :words, ended_at = now(),
                               tries = case when due_at = :due then :tries else tries end,
                               due_at = case when due_at = :due then now() + :wait * interval '1 millisecond' else due_at end
                         where connection_id = :connection and fence = :fence
                        """)
                .param("words", words, Types.VARCHAR)
                .param("due", round.dueAt())
                .param("tries", tries)
                .param("wait", wait == null ? null : wait.toMillis(), Types.BIGINT)
                .param("connection", round.connection())
                .param("fence", round.fence())
                .update();
    }

    /** Writes down what a gallery was told. */
    void told(PhotoRound round, String gallery, String content) {
        jdbc.sql(
                        """
                        update photo_rounds set galleries = galleries || jsonb_build_object(?::text, ?::text)
                         where connection_id = ? and fence = ?
                        """)
                .params(gallery, content, round.connection(), round.fence())
                .update();
    }

    /**
     * Writes down what the channel does not do: it is not asked so again until somebody wants a
     * round.
     */
    void refused(PhotoRound round, PhotoStep.Call call) {
        jdbc.sql(
                        """
                        update photo_rounds set refused = refused || jsonb_build_object(?::text, ?::text)
                         where connection_id = ? and fence = ?
                        """)
                .params(
                        call.key(),
                        PortJson.write(call.request()),
                        round.connection(),
                        round.fence())
                .update();
    }

    /** How things stand. */
    PhotoPlan plan(PhotoRound round, PhotoRule rule) {
        return new PhotoPlan(
                round.remoteHotel(),
                rule,
                new WantedPhotos(round, rooms(round), addresses)
                        .of(new PhotoBook(jdbc, round.hotel()).all()),
                places.of(round.connection()),
                texts("galleries", round),
                texts("refused", round),
                addresses::of);
    }

    /** The channel's rooms, by the codes of the room types that they are here. */
    private Map<String, String> rooms(PhotoRound round) {
        Map<String, String> rooms = new HashMap<>();
        jdbc.sql(
                        """
                        select t.code, m.remote_room from ota_rate_plans m join room_types t on t.id = m.room_type_id
                         where m.connection_id = ? and m.remote_rate is null and m.state = 'active'
                        """)
                .param(round.connection())
                .query(
                        row -> {
                            rooms.put(row.getString("code"), row.getString("remote_room"));
                        });
        return rooms;
    }

    private Map<String, String> texts(String column, PhotoRound round) {
        String json =
                jdbc.sql("select " + column + " from photo_rounds where connection_id = ?")
                        .param(round.connection())
                        .query(String.class)
                        .single();
        try {
            return JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException(
                    "photo_rounds." + column + ": not an object of texts", wrong);
        }
    }
}
