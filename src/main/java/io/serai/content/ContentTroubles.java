package io.serai.content;

import io.serai.database.watch.Watched;
import io.serai.database.watch.Watched.Figure;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What of hotels' content and photos needs a person, the longest first; in the caller's
 * transaction, of the hotels that it sees. How much there is in all is a gauge.
 */
@Component
public class ContentTroubles {

    private static final String PARTS =
            """
            select s.hotel_id, s.connection_id, c.integration_name, s.kind, t.code as room, p.code as plan, s.step, null::bigint as photo,
                   s.state, coalesce(f.fields, '{}') as fields, f.code, coalesce(s.words, f.words) as words,
                   coalesce(least(s.troubled_at, f.since), s.created_at) as since
              from content_syncs s
              join third_party_integrations c on c.id = s.connection_id and c.state <> 'disconnected'
              left join room_types t on t.id = s.room_type_id
              left join rate_plans p on p.id = s.rate_plan_id
              left join lateral (
                   select array_agg(o.field order by o.field) as fields, min(o.code) as code, min(o.settled_at) as since,
                          string_agg(distinct concat_ws(': ', o.code, o.words), '; ') as words
                     from ota_content_sync o where o.sync_id = s.id and o.state = 'refused' having count(*) > 0) f on true
             where s.state in ('refused', 'given-up', 'broken', 'there') or f.fields is not null
                or s.state = 'lacking' and not exists (select from content_creations m where m.connection_id = s.connection_id and m.state = 'running')
            """;

    private static final String PHOTOS =
            """
            select p.hotel_id, p.connection_id, c.integration_name, null, null, null, null, p.photo_id,
                   p.state, '{}', p.code, p.words, coalesce(p.read_at, p.sent_at)
              from photo_places p
              join third_party_integrations c on c.id = p.connection_id and c.state <> 'disconnected'
             where p.photo_id is not null and p.state in ('refused', 'unfit')
            """;

    /**
     * What of a round was refused, or why nothing more is tried; refused photos say so themselves.
     */
    private static final String ROUNDS =
            """
            select r.hotel_id, r.connection_id, c.integration_name, null, null, null, null, null,
                   case when r.refused = '{}' then 'given-up' else 'refused' end, '{}', null, r.words, r.ended_at
              from photo_rounds r
              join third_party_integrations c on c.id = r.connection_id and c.state <> 'disconnected'
             where r.words is not null and r.due_at is null
               and (r.refused <> '{}' or not exists (select from photo_places q where q.connection_id = r.connection_id and q.state = 'refused'))
            """;

    /** How much there is in all, for whoever watches. */
    static Watched counted() {
        return Watched.often(
                "select 'content' as what, count(*) as troubles from (%s) a union all select 'photos', count(*) from (%s union all %s) b"
                        .formatted(PARTS, PHOTOS, ROUNDS),
                Figure.of(
                        "troubles",
                        "serai.content.troubles",
                        "Content and photos that channels did not take, and what waits for people"));
    }

    /** Of one hotel. */
    public List<ContentTrouble> of(JdbcClient session, int hotel) {
        return find(session, hotel);
    }

    /** Of all hotels that the session sees. */
    public List<ContentTrouble> all(JdbcClient session) {
        return find(session, null);
    }

    private static List<ContentTrouble> find(JdbcClient session, @Nullable Integer hotel) {
        return session.sql(
                        "select * from (%s union all %s union all %s) a where cast(:hotel as integer) is null or hotel_id = :hotel order by since, connection_id, kind, photo"
                                .formatted(PARTS, PHOTOS, ROUNDS))
                .param("hotel", hotel)
                .query((row, number) -> trouble(row))
                .list();
    }

    private static ContentTrouble trouble(ResultSet row) throws SQLException {
        Array fields = row.getArray("fields");
        return new ContentTrouble(
                row.getString("hotel_id"),
                row.getString("connection_id"),
                row.getString("integration_name"),
                what(row),
                row.getString("state"),
                List.of((String[]) fields.getArray()),
                row.getString("code"),
                row.getString("words"),
                row.getTimestamp("since").toInstant());
    }

    private static String what(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        if (kind == null) {
            String photo = row.getString("photo");
            return photo == null ? "photos" : "photo:" + photo;
        }
        String code =
                switch (kind) {
                    case SyncedPart.STEP -> row.getString("step");
                    case PartId.ROOM -> row.getString("room");
                    case PartId.RATE_PLAN -> row.getString("plan");
                    case PartId.PRODUCT -> row.getString("room") + "/" + row.getString("plan");
                    default -> "";
                };
        return new PartId(kind, null, null, code).name();
    }
}
